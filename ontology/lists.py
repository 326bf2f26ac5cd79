"""The names of the word lists, and the file of each. Generated from the Turtle by `python -m ontology.generate_terms`;
do not edit."""

from collections.abc import Mapping
from typing import Final

ACRONYM_OFFICE: Final = "acronym-office"
ACTING: Final = "acting"
AGREEMENT_ANY: Final = "agreement-any"
AGREEMENT_NAME: Final = "agreement-name"
ANONYMITY: Final = "anonymity"
ANONYMITY_PHRASE: Final = "anonymity-phrase"
ANONYMITY_VERB: Final = "anonymity-verb"
ANSWERED: Final = "answered"
ANSWERING: Final = "answering"
ASKING: Final = "asking"
ATTACHING: Final = "attaching"
ATTRIBUTION_PHRASE: Final = "attribution-phrase"
BARGAINING: Final = "bargaining"
BARGAINING_NOUN: Final = "bargaining-noun"
BEFORE_NOUN: Final = "before-noun"
BEGUN: Final = "begun"
BESIDE_WORKERS: Final = "beside-workers"
BEYOND_REACH: Final = "beyond-reach"
BODY_NOUN: Final = "body-noun"
CABINET: Final = "cabinet"
CALLING_OFF: Final = "calling-off"
CAME_ABOUT: Final = "came-about"
CLOSING: Final = "closing"
COMING: Final = "coming"
COMING_BEHIND: Final = "coming-behind"
COMMITTEE_KIND: Final = "committee-kind"
COMMITTEE_NOUN: Final = "committee-noun"
COMPANY_BEFORE: Final = "company-before"
COMPANY_DID: Final = "company-did"
COMPANY_DOES: Final = "company-does"
COMPANY_HAS: Final = "company-has"
COMPANY_KIND: Final = "company-kind"
COMPANY_OWNER: Final = "company-owner"
COMPANY_SAYS: Final = "company-says"
DECIDING_BODY: Final = "deciding-body"
DEMANDED_PURPOSE: Final = "demanded-purpose"
DEMONYM: Final = "demonym"
DENIAL: Final = "denial"
DISPUTE_NOUN: Final = "dispute-noun"
DOCUMENT: Final = "document"
DOCUMENT_MADE: Final = "document-made"
DOCUMENT_VERB: Final = "document-verb"
DOUBTFUL: Final = "doubtful"
DUE: Final = "due"
ELUSIVE: Final = "elusive"
EMPLOYER_NOMINAL: Final = "employer-nominal"
EMPLOYER_NOUN: Final = "employer-noun"
EMPLOYERS_NOMINAL: Final = "employers-nominal"
EMPLOYERS_NOMINAL_KIND: Final = "employers-nominal-kind"
ENTERING: Final = "entering"
EXPENSE: Final = "expense"
EXTREME: Final = "extreme"
FACING: Final = "facing"
FORESEEN: Final = "foreseen"
FORETELLING: Final = "foretelling"
FORMER: Final = "former"
FURNITURE: Final = "furniture"
GIVEN_NAME: Final = "given-name"
GROWTH: Final = "growth"
HEAD_NOUN: Final = "head-noun"
HOLDING: Final = "holding"
HONORIFIC: Final = "honorific"
IMPLIED: Final = "implied"
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
LETTER_GREETING: Final = "letter-greeting"
LETTER_TITLE: Final = "letter-title"
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
NAMING_VERB: Final = "naming-verb"
NEVER_SURNAME: Final = "never-surname"
NOT_ISSUE: Final = "not-issue"
NOT_NAME: Final = "not-name"
NOT_PEOPLE: Final = "not-people"
NOT_PERSON: Final = "not-person"
NOT_SURNAME: Final = "not-surname"
NOUN_MARK: Final = "noun-mark"
OCCASION: Final = "occasion"
OFFER_ADJECTIVE: Final = "offer-adjective"
OFFICE_COMMON: Final = "office-common"
OFFICE_PLURAL: Final = "office-plural"
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
OTHER_FIELD: Final = "other-field"
OTHER_SENSE: Final = "other-sense"
OUTLET_VERB: Final = "outlet-verb"
PLACE: Final = "place"
PLAIN_SPEECH: Final = "plain-speech"
PLAN: Final = "plan"
POLL: Final = "poll"
POLL_CLOSES: Final = "poll-closes"
POLL_HELD: Final = "poll-held"
POLL_OPENS: Final = "poll-opens"
POSSIBILITY: Final = "possibility"
PROTEST: Final = "protest"
PUBLIC_NOUN: Final = "public-noun"
REACHING: Final = "reaching"
RELAY_AFTER: Final = "relay-after"
RELAY_BEFORE: Final = "relay-before"
REMAIN: Final = "remain"
REPRESENTED_PEOPLE: Final = "represented-people"
SAYING: Final = "saying"
SHARE_OF_VOTES: Final = "share-of-votes"
SIDE: Final = "side"
SIDE_NOUN: Final = "side-noun"
SOURCE: Final = "source"
SPEECH_VERB: Final = "speech-verb"
SPOKESPERSON: Final = "spokesperson"
STAFF: Final = "staff"
STAFF_BEFORE: Final = "staff-before"
STILL_OPEN: Final = "still-open"
STOPPAGE: Final = "stoppage"
STOPPAGE_ADJECTIVE: Final = "stoppage-adjective"
STOPPAGE_NOUN: Final = "stoppage-noun"
STRIKER_HAS: Final = "striker-has"
STRIKER_NOUN: Final = "striker-noun"
TAKEN_UP: Final = "taken-up"
TAKEN_UP_DEAL: Final = "taken-up-deal"
TALKS_NOUN: Final = "talks-noun"
TERMS: Final = "terms"
TITLE: Final = "title"
TITLE_MODIFIER: Final = "title-modifier"
TOLD_TO: Final = "told-to"
TRANSPARENT: Final = "transparent"
UNION_ADJECTIVE: Final = "union-adjective"
UNION_BEFORE: Final = "union-before"
UNION_BODY: Final = "union-body"
UNION_DOES: Final = "union-does"
UNION_FOLK: Final = "union-folk"
UNION_HAS: Final = "union-has"
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
UNNAMED_SPEAKER: Final = "unnamed-speaker"
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
WORD_UNION_DOES: Final = "word-union-does"
WORD_UNION_DONE: Final = "word-union-done"
WORD_UNION_HAS: Final = "word-union-has"
WORD_UNION_OFFICER: Final = "word-union-officer"
WORKER_ADJECTIVE: Final = "worker-adjective"
WORKER_COLLECTIVE: Final = "worker-collective"
WORKER_NOUN: Final = "worker-noun"
WORKER_START: Final = "worker-start"
WORKER_VERB: Final = "worker-verb"
WORKERS: Final = "workers"
WORKERS_ACT: Final = "workers-act"
WORKERS_NOT: Final = "workers-not"
WORKERS_OTHER: Final = "workers-other"
WORKFORCE: Final = "workforce"
FILES: Final[Mapping[str, str]] = {
    "acronym-office": "surroundings.ttl",
    "acting": "parties.ttl",
    "agreement-any": "words.ttl",
    "agreement-name": "words.ttl",
    "anonymity": "telling.ttl",
    "anonymity-phrase": "telling.ttl",
    "anonymity-verb": "telling.ttl",
    "answered": "happenings.ttl",
    "answering": "parties.ttl",
    "asking": "telling.ttl",
    "attaching": "happenings.ttl",
    "attribution-phrase": "words.ttl",
    "bargaining": "modality.ttl",
    "bargaining-noun": "surroundings.ttl",
    "before-noun": "modality.ttl",
    "begun": "happenings.ttl",
    "beside-workers": "parties.ttl",
    "beyond-reach": "modality.ttl",
    "body-noun": "parties.ttl",
    "cabinet": "surroundings.ttl",
    "calling-off": "words.ttl",
    "came-about": "happenings.ttl",
    "closing": "happenings.ttl",
    "coming": "modality.ttl",
    "coming-behind": "modality.ttl",
    "committee-kind": "parties.ttl",
    "committee-noun": "parties.ttl",
    "company-before": "surroundings.ttl",
    "company-did": "surroundings.ttl",
    "company-does": "surroundings.ttl",
    "company-has": "surroundings.ttl",
    "company-kind": "surroundings.ttl",
    "company-owner": "surroundings.ttl",
    "company-says": "surroundings.ttl",
    "deciding-body": "words.ttl",
    "demanded-purpose": "words.ttl",
    "demonym": "names.ttl",
    "denial": "modality.ttl",
    "dispute-noun": "surroundings.ttl",
    "document": "telling.ttl",
    "document-made": "telling.ttl",
    "document-verb": "telling.ttl",
    "doubtful": "modality.ttl",
    "due": "modality.ttl",
    "elusive": "modality.ttl",
    "employer-nominal": "words.ttl",
    "employer-noun": "names.ttl",
    "employers-nominal": "words.ttl",
    "employers-nominal-kind": "words.ttl",
    "entering": "happenings.ttl",
    "expense": "words.ttl",
    "extreme": "happenings.ttl",
    "facing": "modality.ttl",
    "foreseen": "happenings.ttl",
    "foretelling": "modality.ttl",
    "former": "happenings.ttl",
    "furniture": "words.ttl",
    "given-name": "names.ttl",
    "growth": "words.ttl",
    "head-noun": "names.ttl",
    "holding": "happenings.ttl",
    "honorific": "words.ttl",
    "implied": "modality.ttl",
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
    "letter-greeting": "words.ttl",
    "letter-title": "words.ttl",
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
    "naming-verb": "telling.ttl",
    "never-surname": "words.ttl",
    "not-issue": "words.ttl",
    "not-name": "surroundings.ttl",
    "not-people": "words.ttl",
    "not-person": "words.ttl",
    "not-surname": "words.ttl",
    "noun-mark": "modality.ttl",
    "occasion": "happenings.ttl",
    "offer-adjective": "surroundings.ttl",
    "office-common": "words.ttl",
    "office-plural": "words.ttl",
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
    "other-field": "words.ttl",
    "other-sense": "words.ttl",
    "outlet-verb": "telling.ttl",
    "place": "names.ttl",
    "plain-speech": "telling.ttl",
    "plan": "modality.ttl",
    "poll": "happenings.ttl",
    "poll-closes": "happenings.ttl",
    "poll-held": "happenings.ttl",
    "poll-opens": "happenings.ttl",
    "possibility": "modality.ttl",
    "protest": "words.ttl",
    "public-noun": "names.ttl",
    "reaching": "happenings.ttl",
    "relay-after": "words.ttl",
    "relay-before": "words.ttl",
    "remain": "modality.ttl",
    "represented-people": "surroundings.ttl",
    "saying": "telling.ttl",
    "share-of-votes": "modality.ttl",
    "side": "words.ttl",
    "side-noun": "parties.ttl",
    "source": "telling.ttl",
    "speech-verb": "words.ttl",
    "spokesperson": "telling.ttl",
    "staff": "words.ttl",
    "staff-before": "surroundings.ttl",
    "still-open": "modality.ttl",
    "stoppage": "words.ttl",
    "stoppage-adjective": "parties.ttl",
    "stoppage-noun": "parties.ttl",
    "striker-has": "surroundings.ttl",
    "striker-noun": "parties.ttl",
    "taken-up": "happenings.ttl",
    "taken-up-deal": "happenings.ttl",
    "talks-noun": "surroundings.ttl",
    "terms": "modality.ttl",
    "title": "words.ttl",
    "title-modifier": "words.ttl",
    "told-to": "telling.ttl",
    "transparent": "parties.ttl",
    "union-adjective": "parties.ttl",
    "union-before": "surroundings.ttl",
    "union-body": "parties.ttl",
    "union-does": "surroundings.ttl",
    "union-folk": "surroundings.ttl",
    "union-has": "surroundings.ttl",
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
    "unnamed-speaker": "words.ttl",
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
    "word-union-does": "surroundings.ttl",
    "word-union-done": "surroundings.ttl",
    "word-union-has": "surroundings.ttl",
    "word-union-officer": "surroundings.ttl",
    "worker-adjective": "parties.ttl",
    "worker-collective": "parties.ttl",
    "worker-noun": "words.ttl",
    "worker-start": "parties.ttl",
    "worker-verb": "parties.ttl",
    "workers": "names.ttl",
    "workers-act": "parties.ttl",
    "workers-not": "names.ttl",
    "workers-other": "names.ttl",
    "workforce": "words.ttl",
}
