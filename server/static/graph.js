/* The explorer's script: draws what /graph.json holds, and keeps picture, table, panel and address in step.
   Whatever comes from an article is set as text. Without this script the page works by links and forms. */
"use strict";
(() => {
  const explorer = document.getElementById("explorer");
  const panel = document.getElementById("panel");
  const rows = document.getElementById("rows");
  const slider = document.getElementById("slider");
  const day = document.getElementById("day");
  const dateField = document.getElementById("at");
  const boxes = [...document.querySelectorAll("#filter input[name=types]")];
  const days = JSON.parse(document.getElementById("days").textContent);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const narrow = matchMedia("(max-width: 48rem)");
  const SHOWN = 25;
  const LISTS = ["focus", "types", "open", "add"];
  const DATES = ["earliestStart", "latestStart", "earliestEnd", "latestEnd"];

  // ---------------------------------------------------------------- the view, as the address tells it

  const given = new URLSearchParams(explorer.dataset.view);
  const view = { at: given.get("at") || "", depth: given.get("depth") || "", sel: given.get("sel") || "" };
  for (const name of LISTS) view[name] = (given.get(name) || "").split(",").filter(Boolean);

  function query(names) {
    const parts = [];
    for (const name of [...names].sort()) {
      const value = LISTS.includes(name) ? view[name].join(",") : view[name];
      if (value) parts.push(name + "=" + encodeURIComponent(value).replace(/%2F/g, "/").replace(/%2C/g, ","));
    }
    return parts.length ? "?" + parts.join("&") : "";
  }

  function remember() {
    history.replaceState(null, "", location.pathname + query(["add", "at", "depth", "focus", "open", "sel", "types"]));
    for (const form of document.querySelectorAll(".tool, .sieve")) {
      for (const field of form.querySelectorAll("input[type=hidden]")) {
        field.value = LISTS.includes(field.name) ? view[field.name].join(",") : view[field.name];
      }
    }
  }

  // ---------------------------------------------------------------- small things

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  }

  const named = text => element("bdi", {}, text);
  const glyph = kind => document.querySelector(`[data-glyph=${kind}] .sign`).cloneNode(true);
  const word = kind => document.querySelector(`[data-glyph=${kind}] .letter`).title;
  const happens = kind => kind === "event" || kind === "proposal";

  async function fetched(address) {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    const body = await response.json();
    if (!response.ok) throw new Error(body.detail || response.statusText);
    return body;
  }

  function complain(text) {
    const place = document.getElementById("problem");
    place.textContent = text;
    place.hidden = !text;
  }

  // ---------------------------------------------------------------- the picture

  const nodes = new vis.DataSet([]);
  const edges = new vis.DataSet([]);
  let network = null;
  let options = null;
  let total = 0;

  // Who bargains is written larger than what happened.
  const PARTIES = ["union", "association"];

  function themed() {
    const style = getComputedStyle(explorer);
    const colour = (name, fallback) => style.getPropertyValue("--" + name).trim() || fallback;
    const ink = colour("ink", options.nodes.font.color);
    const paper = colour("paper", options.nodes.font.strokeColor);
    for (const [kind, group] of Object.entries(options.groups)) {
      const fill = colour(kind, group.color.background);
      const inner = kind === "other" ? paper : fill;
      group.color = { background: inner, border: fill, highlight: { background: inner, border: ink } };
      group.font = { color: ink, strokeColor: paper, size: PARTIES.includes(kind) ? (narrow.matches ? 44 : 22) : 15 };
    }
    options.nodes.font = { ...options.nodes.font, color: ink, strokeColor: paper };
    options.edges.color = { color: colour("edge", options.edges.color.color), highlight: colour("accent", ink), inherit: false };
    return options;
  }

  async function load(fit) {
    const body = await fetched("/graph.json" + query(["add", "depth", "focus", "open"]));
    total = body.total.nodes;
    if (network === null) {
      options = body.options;
      explorer.classList.add("drawn");
      const place = document.getElementById("picture");
      network = new vis.Network(place, { nodes, edges }, themed());
      for (const focusable of place.querySelectorAll("[tabindex], canvas")) focusable.tabIndex = -1;
      network.on("selectNode", event => choose(event.nodes[0]));
      network.on("deselectNode", event => { if (!event.nodes.length) choose(""); });
      document.getElementById("controls").hidden = false;
      document.getElementById("time").hidden = days.length === 0;
    }
    nodes.update(body.nodes);
    edges.update(body.edges);
    table();
    apply();
    if (fit) network.fit({ animation: false });
  }

  // A node of no date may always have been; what is undated was known from some day. As on the server.
  const begins = item => item.earliestStart || (DATES.some(name => item[name]) ? "" : item.knownFrom || "");
  const standing = item => !view.at || (begins(item) <= view.at && !(item.lasting && item.latestEnd && item.latestEnd < view.at));

  /* Shows and hides what is there already, and redraws once. */
  function apply() {
    let seen = 0;
    const hidden = new Set();
    nodes.forEach(node => {
      const kept = !view.types.length || view.types.includes(node.group) || view.focus.includes(node.id);
      const off = !kept || !standing(node);
      if (off) hidden.add(node.id); else seen += 1;
      network.body.nodes[node.id].options.hidden = off;
    });
    edges.forEach(edge => {
      network.body.edges[edge.id].options.hidden = hidden.has(edge.from) || hidden.has(edge.to) || !standing(edge);
    });
    network._updateVisibleIndices();
    network.redraw();
    for (const row of rows.children) row.hidden = hidden.has(row.dataset.row);
    document.getElementById("count").textContent = `Showing ${seen} of ${total} items`;
    document.getElementById("picture").setAttribute(
      "aria-label", `Picture of ${seen} items and the relations between them; the table below has the same items`);
  }

  let asked = false;
  function soon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; apply(); });
  }

  // ---------------------------------------------------------------- the table

  const KINDS = boxes.map(box => box.value);

  function table() {
    const list = nodes.get().sort((a, b) =>
      KINDS.indexOf(a.group) - KINDS.indexOf(b.group) || order(begins(a), begins(b)) || order(a.id, b.id));
    rows.replaceChildren(...list.map(node => element("tr", { "data-row": node.id, class: node.id === view.sel ? "is-chosen" : null },
      element("th", { scope: "row" }, element("a", { href: link(node.id), "data-node": node.id }, named(node.name))),
      element("td", {}, glyph(node.group), ` ${word(node.group)}${node.planned ? ", planned" : ""}`),
      element("td", { class: "date" }, happens(node.group) ? node.when : ""),
      element("td", { class: "number" }, String(node.degree)))));
  }

  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const link = id => "?sel=" + encodeURIComponent(id).replace(/%2F/g, "/");

  // ---------------------------------------------------------------- the details

  function sources(relation) {
    return relation.sources.flatMap(source => {
      const words = source.passages[0].text.replace(/\s+/g, " ").trim();
      return [
        element("p", { class: source.digest ? "digest" : "verbatim" }, source.digest ? words : `“${words}”`),
        element("p", { class: "told" },
          source.page ? element("a", { href: source.page }, source.line) : source.line,
          source.modality === "actual" ? null : ` (${source.modality})`),
      ];
    });
  }

  const origins = count => element("span", { class: "origins" }, ` ${count} origin${count === 1 ? "" : "s"}`);

  function item(relation, id) {
    const line = element("p", { class: "relation" }, element("span", { class: "date" }, relation.when), " ");
    if (relation.to === id) {
      line.append(element("a", { href: link(relation.from), "data-node": relation.from }, named(relation.fromLabel)),
        `, ${relation.kind}: `, named(relation.toLabel));
    } else {
      line.append(`${relation.kind}: `, element("a", { href: link(relation.to), "data-node": relation.to }, named(relation.toLabel)));
    }
    line.append(origins(relation.origins));
    return element("li", {}, line, ...sources(relation));
  }

  let turn = 0;
  async function choose(id, { move = false } = {}) {
    view.sel = id;
    remember();
    for (const row of rows.children) row.classList.toggle("is-chosen", row.dataset.row === id);
    const mine = ++turn;
    if (!id) {
      network.unselectAll();
      panel.replaceChildren(element("h2", {}, "Nothing chosen"),
        element("p", {}, "Choose an item in the picture or in the table to read what is said of it."));
      return;
    }
    if (nodes.get(id)) {
      network.selectNodes([id]);
      if (move) network.focus(id, { scale: Math.max(network.getScale(), 0.8), animation: calm.matches ? false : { duration: 200 } });
    }
    try {
      const found = await fetched(`/api/network/ego?of=${encodeURIComponent(id)}&depth=1${view.at ? "&at=" + view.at : ""}`);
      if (mine === turn) details(id, found);
    } catch (error) {
      complain(error.message);
    }
  }

  function details(id, found) {
    const thing = found.nodes.find(node => node.id === id);
    const relations = found.relations.filter(relation => relation.from === id || relation.to === id);
    const drawn = nodes.get(id);
    const beyond = drawn ? found.nodes.filter(node => node.id !== id && !nodes.get(node.id)).length : 0;
    const head = element("h2", {}, glyph(thing.kind).querySelector("svg"), " ", named(thing.label));
    const what = [word(thing.kind), happens(thing.kind) ? thing.when : "", thing.planned ? "planned" : ""];
    const acts = element("p", { class: "acts" },
      thing.page ? element("a", { href: thing.page }, "Page") : null,
      element("a", { href: "?focus=" + link(id).slice(5) + "&sel=" + link(id).slice(5) }, "Centre"));
    if (beyond) {
      const next = Math.min(beyond, Number(explorer.dataset.opened));
      acts.append(element("button", { type: "button", "data-expand": id }, `Expand: ${next} of ${beyond} more`));
    }
    const first = element("ol", { class: "relations" }, ...relations.slice(0, SHOWN).map(relation => item(relation, id)));
    const rest = relations.slice(SHOWN).map(relation => item(relation, id));
    panel.replaceChildren(head, element("p", { class: "what" }, what.filter(Boolean).join(", ")), acts,
      element("h3", {}, `Relations (${relations.length}), by date`), first,
      ...(rest.length ? [element("details", {}, element("summary", {}, `${rest.length} more`), element("ol", { class: "relations" }, ...rest))] : []));
    panel.scrollTop = 0;
  }

  async function expand(id) {
    view.open.push(id);
    await load(false);
    await choose(id);
    panel.focus({ preventScroll: true });
  }

  // ---------------------------------------------------------------- paths

  async function findPath(form) {
    const place = document.getElementById("path-found");
    const wanted = new URLSearchParams(new FormData(form));
    complain("");
    try {
      const found = await fetched("/api/network/path?" + wanted);
      place.hidden = false;
      if (!found.found) {
        place.replaceChildren(element("p", {}, found.answer));
        return;
      }
      view.add = [...new Set([...view.add, ...found.nodes.map(node => node.id)])];
      await load(false);
      remember();
      const steps = found.steps.map(({ relation, direction, others }) => element("li", {},
        element("p", { class: "relation" }, element("span", { class: "date" }, relation.when), " ",
          named(relation.fromLabel), `, ${relation.kind}: `, named(relation.toLabel), " ",
          element("span", { class: "origins" }, `walked ${direction === "forward" ? "as stated" : "backwards"}${others ? `; ${others} more between the two` : ""}`)),
        ...sources(relation)));
      place.replaceChildren(
        element("p", {}, `${steps.length} step${steps.length === 1 ? "" : "s"}: `, ...found.nodes.flatMap((node, i) => [i ? " - " : "", named(node.label)])),
        element("ol", { class: "relations" }, ...steps));
      network.setSelection({
        nodes: found.nodes.map(node => node.id),
        edges: found.steps.map(({ relation }) => [relation.from, relation.to, relation.key].join(" ")),
      }, { highlightEdges: false });
      network.fit({ nodes: found.nodes.map(node => node.id), animation: false, maxZoomLevel: 1.2 });
    } catch (error) {
      complain(error.message);
    }
  }

  // ---------------------------------------------------------------- what the reader does

  function slide(at) {
    view.at = at;
    dateField.value = at;
    day.textContent = at || "all dates";
    slider.setAttribute("aria-valuetext", at || "all dates");
    soon();
  }

  slider.addEventListener("input", () => slide(Number(slider.value) >= days.length ? "" : days[Number(slider.value)]));
  slider.addEventListener("change", () => { remember(); if (view.sel) choose(view.sel); });
  dateField.addEventListener("change", () => { setSlider(dateField.value); slide(dateField.value); remember(); });

  function setSlider(at) {
    const later = days.findIndex(one => one > at);
    slider.value = !at || later === -1 && at >= days[days.length - 1] && !view.at ? days.length : later === -1 ? days.length - 1 : Math.max(later - 1, 0);
    day.textContent = at || "all dates";
    slider.setAttribute("aria-valuetext", at || "all dates");
  }

  document.getElementById("filter").addEventListener("change", event => {
    if (event.target.name === "types") {
      const checked = boxes.filter(box => box.checked).map(box => box.value);
      view.types = checked.length === boxes.length ? [] : checked.length ? checked : ["none"];
      soon();
      if (checked.length) remember();
    } else if (event.target.name === "depth") {
      event.currentTarget.requestSubmit();
    }
  });

  document.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const chosen = event.target.closest("[data-node]");
    const opened = event.target.closest("[data-expand]");
    const control = event.target.closest("[data-do]");
    if (network === null || !(chosen || opened || control)) return;
    event.preventDefault();
    if (opened) expand(opened.dataset.expand);
    else if (chosen) choose(chosen.dataset.node, { move: true }).then(() => chosen.closest("#rows") && panel.focus({ preventScroll: false }));
    else if (control.dataset.do === "fit") network.fit({ animation: false });
    else network.moveTo({ scale: network.getScale() * (control.dataset.do === "in" ? 1.25 : 0.8) });
  });

  document.addEventListener("keydown", event => { if (event.key === "Escape" && network !== null && view.sel) choose(""); });
  document.getElementById("path").addEventListener("submit", event => {
    if (network === null) return;
    event.preventDefault();
    findPath(event.currentTarget);
  });
  dark.addEventListener("change", () => { if (network !== null) { network.setOptions(themed()); apply(); } });

  // A phone shows the picture first; what is folded opens with a tap. Wider screens show all, however it was left.
  const fold = () => { for (const part of document.querySelectorAll("[data-fold]")) part.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();

  setSlider(view.at);
  load(true).then(() => {
    if (view.sel && nodes.get(view.sel)) network.selectNodes([view.sel]);
  }).catch(error => complain(error.message));
})();
