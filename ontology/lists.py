"""The names of the word lists, and the file of each. Generated from the Turtle by `python -m ontology.generate_terms`;
do not edit."""

from collections.abc import Mapping
from typing import Final

ABBREVIATION: Final = "abbreviation"
ACCOUNT: Final = "account"
ACRONYM_OFFICE: Final = "acronym-office"
ACTING: Final = "acting"
AGED_THING: Final = "aged-thing"
AGREEMENT_ANY: Final = "agreement-any"
AGREEMENT_NAME: Final = "agreement-name"
AHEAD: Final = "ahead"
AMOUNTING: Final = "amounting"
ANNOUNCING: Final = "announcing"
ANONYMITY: Final = "anonymity"
ANONYMITY_PHRASE: Final = "anonymity-phrase"
ANONYMITY_VERB: Final = "anonymity-verb"
ANSWERED: Final = "answered"
ANSWERING: Final = "answering"
ASKING: Final = "asking"
ASSENT: Final = "assent"
ASSOCIATION_KIND: Final = "association-kind"
ATTACHING: Final = "attaching"
ATTRIBUTION_PHRASE: Final = "attribution-phrase"
BARELY_AHEAD: Final = "barely-ahead"
BARGAINING: Final = "bargaining"
BARGAINING_LINK: Final = "bargaining-link"
BARGAINING_NOUN: Final = "bargaining-noun"
BEFORE_NOUN: Final = "before-noun"
BEGUN: Final = "begun"
BESIDE_WORKERS: Final = "beside-workers"
BEYOND_REACH: Final = "beyond-reach"
BOARD_MEMBER: Final = "board-member"
BOARD_OF: Final = "board-of"
BODY_INNER: Final = "body-inner"
BODY_INNER_BESIDE: Final = "body-inner-beside"
BODY_NOUN: Final = "body-noun"
BUTTON_OBJECT: Final = "button-object"
BUTTON_VERB: Final = "button-verb"
CABINET: Final = "cabinet"
CABINET_OFFICE: Final = "cabinet-office"
CALLING_OFF: Final = "calling-off"
CAME_ABOUT: Final = "came-about"
CLOSING: Final = "closing"
CLOSING_ABBREVIATION: Final = "closing-abbreviation"
COMING: Final = "coming"
COMING_BEHIND: Final = "coming-behind"
COMMITTEE_KIND: Final = "committee-kind"
COMMITTEE_NOUN: Final = "committee-noun"
COMMON_NAME: Final = "common-name"
COMMON_VERB: Final = "common-verb"
COMPANY_ACTS: Final = "company-acts"
COMPANY_BEFORE: Final = "company-before"
COMPANY_DID: Final = "company-did"
COMPANY_DOES: Final = "company-does"
COMPANY_HAS: Final = "company-has"
COMPANY_KIND: Final = "company-kind"
COMPANY_MOVE: Final = "company-move"
COMPANY_OF: Final = "company-of"
COMPANY_OFFICER: Final = "company-officer"
COMPANY_OWN: Final = "company-own"
COMPANY_OWNER: Final = "company-owner"
COMPANY_SAYS: Final = "company-says"
COMPANY_SIZE: Final = "company-size"
COUNCIL_INNER: Final = "council-inner"
COUNTED_BESIDES: Final = "counted-besides"
COUNTED_BODY: Final = "counted-body"
COUNTED_HYPHEN: Final = "counted-hyphen"
COUNTED_PEOPLE: Final = "counted-people"
COUNTED_STOP: Final = "counted-stop"
COUNTED_STRIKE: Final = "counted-strike"
COUNTED_SUBSCRIBERS: Final = "counted-subscribers"
COUNTED_VOTES: Final = "counted-votes"
DEAL: Final = "deal"
DECIDING_BODY: Final = "deciding-body"
DEMONYM: Final = "demonym"
DENIAL: Final = "denial"
DEPARTMENT_TOPIC: Final = "department-topic"
DISPUTE_NOUN: Final = "dispute-noun"
DISPUTE_OVER: Final = "dispute-over"
DISTRICT_KIND: Final = "district-kind"
DOCUMENT: Final = "document"
DOCUMENT_MADE: Final = "document-made"
DOCUMENT_VERB: Final = "document-verb"
DOTTED_WORD: Final = "dotted-word"
DOUBTFUL: Final = "doubtful"
DUE: Final = "due"
EITHER_WAY: Final = "either-way"
ELUSIVE: Final = "elusive"
EMPLOYER_NOMINAL: Final = "employer-nominal"
EMPLOYER_NOUN: Final = "employer-noun"
EMPLOYERS_NOMINAL: Final = "employers-nominal"
EMPLOYERS_NOMINAL_KIND: Final = "employers-nominal-kind"
ENTERING: Final = "entering"
EXPENSE: Final = "expense"
EXTREME: Final = "extreme"
FACING: Final = "facing"
FAILING: Final = "failing"
FIRM_CHIEF: Final = "firm-chief"
FOR_HEAD: Final = "for-head"
FORESEEN: Final = "foreseen"
FORETELLING: Final = "foretelling"
FORMER: Final = "former"
FOUNDED: Final = "founded"
FURNITURE: Final = "furniture"
GATHERED: Final = "gathered"
GATHERING: Final = "gathering"
GENERIC_FIRST: Final = "generic-first"
GIVEN_NAME: Final = "given-name"
GOVERNMENT_HEAD: Final = "government-head"
GROWTH: Final = "growth"
HEAD_NOUN: Final = "head-noun"
HEADING: Final = "heading"
HEALTH_WORD: Final = "health-word"
HOLDING: Final = "holding"
HONORIFIC: Final = "honorific"
IMPLIED: Final = "implied"
IN_A_ROW: Final = "in-a-row"
ISSUE_APART: Final = "issue-apart"
IT_IS: Final = "it-is"
JOINED_NOUN: Final = "joined-noun"
JOINTLY: Final = "jointly"
KNOWN_ASSOCIATION: Final = "known-association"
KNOWN_COMPANY: Final = "known-company"
KNOWN_OUTLET: Final = "known-outlet"
KNOWN_PUBLIC_BODY: Final = "known-public-body"
KNOWN_UNION: Final = "known-union"
LABOR_CONTEXT: Final = "labor-context"
LABOR_PLAIN: Final = "labor-plain"
LASTED_BEFORE: Final = "lasted-before"
LASTING: Final = "lasting"
LEAD_ALWAYS: Final = "lead-always"
LEAVES_STANDING: Final = "leaves-standing"
LEAVING_OUT: Final = "leaving-out"
LEGISLATURE: Final = "legislature"
LENGTH_ADJECTIVE: Final = "length-adjective"
LETTER_GREETING: Final = "letter-greeting"
LETTER_TITLE: Final = "letter-title"
LINE_TELLS: Final = "line-tells"
LINE_TELLS_NOT: Final = "line-tells-not"
LINK_LABEL: Final = "link-label"
LINK_MORE: Final = "link-more"
LINK_VERB: Final = "link-verb"
LISTED_ADJECTIVE: Final = "listed-adjective"
LISTED_NOUN: Final = "listed-noun"
LOW_HONORIFIC: Final = "low-honorific"
MADE: Final = "made"
MADE_THING: Final = "made-thing"
MAKING: Final = "making"
MANAGEMENT: Final = "management"
MANAGEMENT_NOT_BEFORE: Final = "management-not-before"
MANAGEMENT_NOT_BEHIND: Final = "management-not-behind"
MANAGEMENT_NOUN: Final = "management-noun"
MEANING: Final = "meaning"
MEETING: Final = "meeting"
MEMBERS_DID: Final = "members-did"
MEMBERSHIP_VERB: Final = "membership-verb"
MUNICIPALITY: Final = "municipality"
NAME_ABBREVIATION: Final = "name-abbreviation"
NAME_AFFIX: Final = "name-affix"
NAME_CLOSING: Final = "name-closing"
NAME_OPENING: Final = "name-opening"
NAME_SEPARATE: Final = "name-separate"
NAME_SUFFIX: Final = "name-suffix"
NAMING_VERB: Final = "naming-verb"
NEVER_SURNAME: Final = "never-surname"
NOMINAL_NOT: Final = "nominal-not"
NOT_BYLINE: Final = "not-byline"
NOT_ISSUE: Final = "not-issue"
NOT_NAME: Final = "not-name"
NOT_PEOPLE: Final = "not-people"
NOT_PERSON: Final = "not-person"
NOT_SURNAME: Final = "not-surname"
NOT_TITLE: Final = "not-title"
NOUN_GERUND: Final = "noun-gerund"
NOUN_MARK: Final = "noun-mark"
NUMBER_NOT: Final = "number-not"
NUMBER_UNIT: Final = "number-unit"
NUMBERED: Final = "numbered"
NUMBERED_UNION: Final = "numbered-union"
NUMBERED_WORD: Final = "numbered-word"
OCCASION: Final = "occasion"
OF_HEAD: Final = "of-head"
OFFER_ADJECTIVE: Final = "offer-adjective"
OFFER_NOUN: Final = "offer-noun"
OFFICE_COMMON: Final = "office-common"
OFFICE_OF: Final = "office-of"
OFFICE_PLURAL: Final = "office-plural"
OFFICE_STOP: Final = "office-stop"
ONSET: Final = "onset"
OPEN_BODY: Final = "open-body"
ORGANIZATION_ASSOCIATION: Final = "organization-association"
ORGANIZATION_BODY: Final = "organization-body"
ORGANIZATION_COMPANY: Final = "organization-company"
ORGANIZATION_COMPANY_ALONE: Final = "organization-company-alone"
ORGANIZATION_EMPLOYER: Final = "organization-employer"
ORGANIZATION_GOVERNMENT: Final = "organization-government"
ORGANIZATION_GOVERNMENT_OF: Final = "organization-government-of"
ORGANIZATION_LEAD: Final = "organization-lead"
ORGANIZATION_LEGAL_FORM: Final = "organization-legal-form"
ORGANIZATION_MEMBER: Final = "organization-member"
ORGANIZATION_NEWS: Final = "organization-news"
ORGANIZATION_NO_HEAD: Final = "organization-no-head"
ORGANIZATION_NOT: Final = "organization-not"
ORGANIZATION_NOUN: Final = "organization-noun"
ORGANIZATION_OTHER: Final = "organization-other"
ORGANIZATION_POSSESSIVE: Final = "organization-possessive"
ORGANIZATION_STAFF: Final = "organization-staff"
ORGANIZATION_UNION: Final = "organization-union"
OTHER_BODY: Final = "other-body"
OTHER_FIELD: Final = "other-field"
OTHER_SENSE: Final = "other-sense"
OUTLET_VERB: Final = "outlet-verb"
OVERNIGHT: Final = "overnight"
OWN_COUNTRY: Final = "own-country"
OWNED_NOT: Final = "owned-not"
OWNED_SITE: Final = "owned-site"
PAGE_COUNT: Final = "page-count"
PAGE_ICON: Final = "page-icon"
PAGE_LABEL: Final = "page-label"
PAGE_SERVICE: Final = "page-service"
PART_KIND: Final = "part-kind"
PEOPLE_COUNTED: Final = "people-counted"
PER_NOUN: Final = "per-noun"
PERSONAL_HEAD: Final = "personal-head"
PICTURE_AGENCY: Final = "picture-agency"
PICTURE_SOURCE: Final = "picture-source"
PICTURE_WORD: Final = "picture-word"
PLACE: Final = "place"
PLACE_BEFORE: Final = "place-before"
PLACE_BEHIND: Final = "place-behind"
PLAIN_SPEECH: Final = "plain-speech"
PLAN: Final = "plan"
POLL: Final = "poll"
POLL_CLOSES: Final = "poll-closes"
POLL_HELD: Final = "poll-held"
POLL_OPENS: Final = "poll-opens"
POSSESSIVE_WORKERS: Final = "possessive-workers"
POSSIBILITY: Final = "possibility"
PROTEST: Final = "protest"
PUBLIC_HEAD: Final = "public-head"
PUBLIC_INNER: Final = "public-inner"
PUBLIC_LEVEL: Final = "public-level"
PUBLIC_NOUN: Final = "public-noun"
PUBLIC_OPENING: Final = "public-opening"
PUBLIC_SERVICE: Final = "public-service"
PUT_OFF: Final = "put-off"
RANK_AND_FILE: Final = "rank-and-file"
REACHING: Final = "reaching"
RELAY_AFTER: Final = "relay-after"
RELAY_BEFORE: Final = "relay-before"
REMAIN: Final = "remain"
REPRESENTED_PEOPLE: Final = "represented-people"
SAYING: Final = "saying"
SHARE_OF_VOTES: Final = "share-of-votes"
SHOWN: Final = "shown"
SIDE: Final = "side"
SIDE_NOUN: Final = "side-noun"
SITE_NOUN: Final = "site-noun"
SO_FAR: Final = "so-far"
SOURCE: Final = "source"
SPEAKING: Final = "speaking"
SPEECH_BEHIND: Final = "speech-behind"
SPEECH_INVERTED: Final = "speech-inverted"
SPEECH_NOUN: Final = "speech-noun"
SPEECH_VERB: Final = "speech-verb"
SPELLING: Final = "spelling"
SPOKESPERSON: Final = "spokesperson"
STAFF: Final = "staff"
STAFF_BEFORE: Final = "staff-before"
STILL_OPEN: Final = "still-open"
STOPPAGE: Final = "stoppage"
STOPPAGE_ADJECTIVE: Final = "stoppage-adjective"
STOPPAGE_NOUN: Final = "stoppage-noun"
STOPPAGE_VERB: Final = "stoppage-verb"
STRICT_BODY: Final = "strict-body"
STRIKER_HAS: Final = "striker-has"
STRIKER_NOUN: Final = "striker-noun"
TAKEN_UP: Final = "taken-up"
TAKEN_UP_DEAL: Final = "taken-up-deal"
TALKS: Final = "talks"
TALKS_NOUN: Final = "talks-noun"
TALLY: Final = "tally"
TELLING_HEAD: Final = "telling-head"
TELLING_NOUN: Final = "telling-noun"
TERMS: Final = "terms"
THREATENED: Final = "threatened"
TITLE: Final = "title"
TITLE_MODIFIER: Final = "title-modifier"
TOLD_TO: Final = "told-to"
TRADE_WORD: Final = "trade-word"
TRADES_COUNCIL: Final = "trades-council"
TRANSPARENT: Final = "transparent"
UMBRELLA: Final = "umbrella"
UNION_ADJECTIVE: Final = "union-adjective"
UNION_BEFORE: Final = "union-before"
UNION_BODY: Final = "union-body"
UNION_CHIEF: Final = "union-chief"
UNION_DECIDER: Final = "union-decider"
UNION_DEED: Final = "union-deed"
UNION_DOES: Final = "union-does"
UNION_FOLK: Final = "union-folk"
UNION_HAS: Final = "union-has"
UNION_HEAD: Final = "union-head"
UNION_KIND: Final = "union-kind"
UNION_LEADER: Final = "union-leader"
UNION_NOUN: Final = "union-noun"
UNION_OFFICE: Final = "union-office"
UNION_PART: Final = "union-part"
UNION_PEOPLE: Final = "union-people"
UNION_SPEAKS: Final = "union-speaks"
UNION_THING: Final = "union-thing"
UNION_WORD: Final = "union-word"
UNIONIST: Final = "unionist"
UNNAMED_SIDE: Final = "unnamed-side"
UNNAMED_SPEAKER: Final = "unnamed-speaker"
VERB_OR_NOUN: Final = "verb-or-noun"
VOTE_APPROVED: Final = "vote-approved"
VOTE_BALLOTS: Final = "vote-ballots"
VOTE_BETWEEN: Final = "vote-between"
VOTE_ELIGIBLE: Final = "vote-eligible"
VOTE_MARGIN: Final = "vote-margin"
VOTE_NO: Final = "vote-no"
VOTE_OTHER: Final = "vote-other"
VOTE_REJECTED: Final = "vote-rejected"
VOTE_TURNOUT: Final = "vote-turnout"
VOTE_YES: Final = "vote-yes"
VOTED: Final = "voted"
WALKING: Final = "walking"
WAS_SET: Final = "was-set"
WORD_UNION_DOES: Final = "word-union-does"
WORD_UNION_DONE: Final = "word-union-done"
WORD_UNION_HAS: Final = "word-union-has"
WORD_UNION_OFFICER: Final = "word-union-officer"
WORK_CONTEXT: Final = "work-context"
WORK_MAKER: Final = "work-maker"
WORK_NOUN: Final = "work-noun"
WORKER_ADJECTIVE: Final = "worker-adjective"
WORKER_COLLECTIVE: Final = "worker-collective"
WORKER_NOUN: Final = "worker-noun"
WORKER_START: Final = "worker-start"
WORKER_VERB: Final = "worker-verb"
WORKERS: Final = "workers"
WORKERS_ACT: Final = "workers-act"
WORKERS_ANY: Final = "workers-any"
WORKERS_NOT: Final = "workers-not"
WORKERS_OTHER: Final = "workers-other"
WORKFORCE: Final = "workforce"
WRITTEN_ON: Final = "written-on"
FILES: Final[Mapping[str, str]] = {
    "abbreviation": "page.ttl",
    "account": "parties.ttl",
    "acronym-office": "surroundings.ttl",
    "acting": "parties.ttl",
    "aged-thing": "figures.ttl",
    "agreement-any": "words.ttl",
    "agreement-name": "words.ttl",
    "ahead": "happenings.ttl",
    "amounting": "figures.ttl",
    "announcing": "happenings.ttl",
    "anonymity": "telling.ttl",
    "anonymity-phrase": "telling.ttl",
    "anonymity-verb": "telling.ttl",
    "answered": "happenings.ttl",
    "answering": "parties.ttl",
    "asking": "telling.ttl",
    "assent": "families.ttl",
    "association-kind": "surroundings.ttl",
    "attaching": "happenings.ttl",
    "attribution-phrase": "words.ttl",
    "barely-ahead": "happenings.ttl",
    "bargaining": "modality.ttl",
    "bargaining-link": "words.ttl",
    "bargaining-noun": "surroundings.ttl",
    "before-noun": "modality.ttl",
    "begun": "happenings.ttl",
    "beside-workers": "parties.ttl",
    "beyond-reach": "modality.ttl",
    "board-member": "bodies.ttl",
    "board-of": "bodies.ttl",
    "body-inner": "bodies.ttl",
    "body-inner-beside": "bodies.ttl",
    "body-noun": "parties.ttl",
    "button-object": "page.ttl",
    "button-verb": "page.ttl",
    "cabinet": "surroundings.ttl",
    "cabinet-office": "bodies.ttl",
    "calling-off": "words.ttl",
    "came-about": "happenings.ttl",
    "closing": "happenings.ttl",
    "closing-abbreviation": "page.ttl",
    "coming": "modality.ttl",
    "coming-behind": "modality.ttl",
    "committee-kind": "parties.ttl",
    "committee-noun": "parties.ttl",
    "common-name": "bodies.ttl",
    "common-verb": "telling.ttl",
    "company-acts": "bodies.ttl",
    "company-before": "surroundings.ttl",
    "company-did": "surroundings.ttl",
    "company-does": "surroundings.ttl",
    "company-has": "surroundings.ttl",
    "company-kind": "surroundings.ttl",
    "company-move": "surroundings.ttl",
    "company-of": "bodies.ttl",
    "company-officer": "parties.ttl",
    "company-own": "bodies.ttl",
    "company-owner": "surroundings.ttl",
    "company-says": "surroundings.ttl",
    "company-size": "surroundings.ttl",
    "council-inner": "bodies.ttl",
    "counted-besides": "figures.ttl",
    "counted-body": "figures.ttl",
    "counted-hyphen": "figures.ttl",
    "counted-people": "figures.ttl",
    "counted-stop": "figures.ttl",
    "counted-strike": "figures.ttl",
    "counted-subscribers": "figures.ttl",
    "counted-votes": "figures.ttl",
    "deal": "families.ttl",
    "deciding-body": "words.ttl",
    "demonym": "names.ttl",
    "denial": "modality.ttl",
    "department-topic": "bodies.ttl",
    "dispute-noun": "surroundings.ttl",
    "dispute-over": "parties.ttl",
    "district-kind": "bodies.ttl",
    "document": "telling.ttl",
    "document-made": "telling.ttl",
    "document-verb": "telling.ttl",
    "dotted-word": "bodies.ttl",
    "doubtful": "modality.ttl",
    "due": "modality.ttl",
    "either-way": "happenings.ttl",
    "elusive": "modality.ttl",
    "employer-nominal": "words.ttl",
    "employer-noun": "names.ttl",
    "employers-nominal": "words.ttl",
    "employers-nominal-kind": "words.ttl",
    "entering": "happenings.ttl",
    "expense": "words.ttl",
    "extreme": "happenings.ttl",
    "facing": "modality.ttl",
    "failing": "families.ttl",
    "firm-chief": "surroundings.ttl",
    "for-head": "bodies.ttl",
    "foreseen": "happenings.ttl",
    "foretelling": "modality.ttl",
    "former": "happenings.ttl",
    "founded": "bodies.ttl",
    "furniture": "words.ttl",
    "gathered": "happenings.ttl",
    "gathering": "happenings.ttl",
    "generic-first": "bodies.ttl",
    "given-name": "names.ttl",
    "government-head": "bodies.ttl",
    "growth": "words.ttl",
    "head-noun": "names.ttl",
    "heading": "surroundings.ttl",
    "health-word": "bodies.ttl",
    "holding": "happenings.ttl",
    "honorific": "words.ttl",
    "implied": "modality.ttl",
    "in-a-row": "figures.ttl",
    "issue-apart": "bodies.ttl",
    "it-is": "parties.ttl",
    "joined-noun": "parties.ttl",
    "jointly": "telling.ttl",
    "known-association": "names.ttl",
    "known-company": "names.ttl",
    "known-outlet": "names.ttl",
    "known-public-body": "names.ttl",
    "known-union": "names.ttl",
    "labor-context": "words.ttl",
    "labor-plain": "words.ttl",
    "lasted-before": "happenings.ttl",
    "lasting": "figures.ttl",
    "lead-always": "bodies.ttl",
    "leaves-standing": "parties.ttl",
    "leaving-out": "parties.ttl",
    "legislature": "bodies.ttl",
    "length-adjective": "figures.ttl",
    "letter-greeting": "words.ttl",
    "letter-title": "words.ttl",
    "line-tells": "page.ttl",
    "line-tells-not": "page.ttl",
    "link-label": "page.ttl",
    "link-more": "page.ttl",
    "link-verb": "page.ttl",
    "listed-adjective": "telling.ttl",
    "listed-noun": "telling.ttl",
    "low-honorific": "words.ttl",
    "made": "happenings.ttl",
    "made-thing": "happenings.ttl",
    "making": "happenings.ttl",
    "management": "parties.ttl",
    "management-not-before": "parties.ttl",
    "management-not-behind": "parties.ttl",
    "management-noun": "names.ttl",
    "meaning": "modality.ttl",
    "meeting": "happenings.ttl",
    "members-did": "surroundings.ttl",
    "membership-verb": "surroundings.ttl",
    "municipality": "bodies.ttl",
    "name-abbreviation": "page.ttl",
    "name-affix": "bodies.ttl",
    "name-closing": "bodies.ttl",
    "name-opening": "bodies.ttl",
    "name-separate": "bodies.ttl",
    "name-suffix": "bodies.ttl",
    "naming-verb": "telling.ttl",
    "never-surname": "words.ttl",
    "nominal-not": "bodies.ttl",
    "not-byline": "page.ttl",
    "not-issue": "words.ttl",
    "not-name": "surroundings.ttl",
    "not-people": "words.ttl",
    "not-person": "words.ttl",
    "not-surname": "words.ttl",
    "not-title": "bodies.ttl",
    "noun-gerund": "words.ttl",
    "noun-mark": "modality.ttl",
    "number-not": "figures.ttl",
    "number-unit": "bodies.ttl",
    "numbered": "bodies.ttl",
    "numbered-union": "bodies.ttl",
    "numbered-word": "bodies.ttl",
    "occasion": "happenings.ttl",
    "of-head": "bodies.ttl",
    "offer-adjective": "surroundings.ttl",
    "offer-noun": "parties.ttl",
    "office-common": "words.ttl",
    "office-of": "bodies.ttl",
    "office-plural": "words.ttl",
    "office-stop": "bodies.ttl",
    "onset": "happenings.ttl",
    "open-body": "surroundings.ttl",
    "organization-association": "words.ttl",
    "organization-body": "words.ttl",
    "organization-company": "words.ttl",
    "organization-company-alone": "words.ttl",
    "organization-employer": "words.ttl",
    "organization-government": "words.ttl",
    "organization-government-of": "words.ttl",
    "organization-lead": "words.ttl",
    "organization-legal-form": "words.ttl",
    "organization-member": "words.ttl",
    "organization-news": "words.ttl",
    "organization-no-head": "words.ttl",
    "organization-not": "words.ttl",
    "organization-noun": "words.ttl",
    "organization-other": "words.ttl",
    "organization-possessive": "words.ttl",
    "organization-staff": "words.ttl",
    "organization-union": "words.ttl",
    "other-body": "bodies.ttl",
    "other-field": "words.ttl",
    "other-sense": "words.ttl",
    "outlet-verb": "telling.ttl",
    "overnight": "happenings.ttl",
    "own-country": "bodies.ttl",
    "owned-not": "bodies.ttl",
    "owned-site": "surroundings.ttl",
    "page-count": "page.ttl",
    "page-icon": "page.ttl",
    "page-label": "page.ttl",
    "page-service": "page.ttl",
    "part-kind": "bodies.ttl",
    "people-counted": "bodies.ttl",
    "per-noun": "figures.ttl",
    "personal-head": "bodies.ttl",
    "picture-agency": "page.ttl",
    "picture-source": "page.ttl",
    "picture-word": "page.ttl",
    "place": "names.ttl",
    "place-before": "bodies.ttl",
    "place-behind": "bodies.ttl",
    "plain-speech": "telling.ttl",
    "plan": "modality.ttl",
    "poll": "happenings.ttl",
    "poll-closes": "happenings.ttl",
    "poll-held": "happenings.ttl",
    "poll-opens": "happenings.ttl",
    "possessive-workers": "bodies.ttl",
    "possibility": "modality.ttl",
    "protest": "words.ttl",
    "public-head": "bodies.ttl",
    "public-inner": "bodies.ttl",
    "public-level": "bodies.ttl",
    "public-noun": "names.ttl",
    "public-opening": "bodies.ttl",
    "public-service": "bodies.ttl",
    "put-off": "modality.ttl",
    "rank-and-file": "families.ttl",
    "reaching": "happenings.ttl",
    "relay-after": "words.ttl",
    "relay-before": "words.ttl",
    "remain": "modality.ttl",
    "represented-people": "surroundings.ttl",
    "saying": "telling.ttl",
    "share-of-votes": "modality.ttl",
    "shown": "telling.ttl",
    "side": "words.ttl",
    "side-noun": "parties.ttl",
    "site-noun": "surroundings.ttl",
    "so-far": "words.ttl",
    "source": "telling.ttl",
    "speaking": "happenings.ttl",
    "speech-behind": "page.ttl",
    "speech-inverted": "words.ttl",
    "speech-noun": "bodies.ttl",
    "speech-verb": "words.ttl",
    "spelling": "bodies.ttl",
    "spokesperson": "telling.ttl",
    "staff": "words.ttl",
    "staff-before": "surroundings.ttl",
    "still-open": "modality.ttl",
    "stoppage": "words.ttl",
    "stoppage-adjective": "parties.ttl",
    "stoppage-noun": "parties.ttl",
    "stoppage-verb": "happenings.ttl",
    "strict-body": "bodies.ttl",
    "striker-has": "surroundings.ttl",
    "striker-noun": "parties.ttl",
    "taken-up": "happenings.ttl",
    "taken-up-deal": "happenings.ttl",
    "talks": "families.ttl",
    "talks-noun": "surroundings.ttl",
    "tally": "figures.ttl",
    "telling-head": "bodies.ttl",
    "telling-noun": "telling.ttl",
    "terms": "modality.ttl",
    "threatened": "happenings.ttl",
    "title": "words.ttl",
    "title-modifier": "words.ttl",
    "told-to": "telling.ttl",
    "trade-word": "bodies.ttl",
    "trades-council": "bodies.ttl",
    "transparent": "parties.ttl",
    "umbrella": "bodies.ttl",
    "union-adjective": "parties.ttl",
    "union-before": "surroundings.ttl",
    "union-body": "parties.ttl",
    "union-chief": "surroundings.ttl",
    "union-decider": "families.ttl",
    "union-deed": "surroundings.ttl",
    "union-does": "surroundings.ttl",
    "union-folk": "surroundings.ttl",
    "union-has": "surroundings.ttl",
    "union-head": "bodies.ttl",
    "union-kind": "surroundings.ttl",
    "union-leader": "parties.ttl",
    "union-noun": "parties.ttl",
    "union-office": "surroundings.ttl",
    "union-part": "parties.ttl",
    "union-people": "parties.ttl",
    "union-speaks": "surroundings.ttl",
    "union-thing": "parties.ttl",
    "union-word": "names.ttl",
    "unionist": "parties.ttl",
    "unnamed-side": "parties.ttl",
    "unnamed-speaker": "words.ttl",
    "verb-or-noun": "words.ttl",
    "vote-approved": "votes.ttl",
    "vote-ballots": "votes.ttl",
    "vote-between": "votes.ttl",
    "vote-eligible": "votes.ttl",
    "vote-margin": "votes.ttl",
    "vote-no": "votes.ttl",
    "vote-other": "votes.ttl",
    "vote-rejected": "votes.ttl",
    "vote-turnout": "votes.ttl",
    "vote-yes": "votes.ttl",
    "voted": "modality.ttl",
    "walking": "modality.ttl",
    "was-set": "happenings.ttl",
    "word-union-does": "surroundings.ttl",
    "word-union-done": "surroundings.ttl",
    "word-union-has": "surroundings.ttl",
    "word-union-officer": "surroundings.ttl",
    "work-context": "bodies.ttl",
    "work-maker": "bodies.ttl",
    "work-noun": "bodies.ttl",
    "worker-adjective": "parties.ttl",
    "worker-collective": "parties.ttl",
    "worker-noun": "words.ttl",
    "worker-start": "parties.ttl",
    "worker-verb": "parties.ttl",
    "workers": "names.ttl",
    "workers-act": "parties.ttl",
    "workers-any": "bodies.ttl",
    "workers-not": "names.ttl",
    "workers-other": "names.ttl",
    "workforce": "words.ttl",
    "written-on": "telling.ttl",
}
