"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const options = JSON.parse(data.options);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const panel = document.getElementById("panel");
  const names = new Map(data.nodes.map(node => [node.id, node.name]));

  function themed() {
    const scheme = dark.matches ? "dark" : "light";
    const [ink, paper] = dark.matches ? ["#e9ecf1", "#14171b"] : ["#16191d", "#fdfdfc"];
    for (const [kind, group] of Object.entries(options.groups)) {
      const colour = data.colours[kind][scheme];
      group.color = { background: colour, border: colour, highlight: { background: colour, border: ink } };
    }
    options.nodes.font = { ...options.nodes.font, color: ink, strokeColor: paper };
    return options;
  }

  const nodes = new vis.DataSet(data.nodes);
  const network = new vis.Network(document.getElementById("picture"), { nodes, edges: new vis.DataSet(data.edges) }, themed());
  document.querySelector("#picture canvas").tabIndex = -1;
  document.querySelector("#picture .vis-network").tabIndex = -1;
  dark.addEventListener("change", () => network.setOptions(themed()));

  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  function show(id) {
    const list = document.createElement("ul");
    for (const edge of data.edges.filter(edge => edge.from === id || edge.to === id)) {
      const item = document.createElement("li");
      item.append(
        element("p", `${edge.when}: ${names.get(edge.from)}, ${edge.kind}: ${names.get(edge.to)}`),
        element("p", edge.sentence), element("small", edge.told));
      list.append(item);
    }
    panel.replaceChildren(element("h2", names.get(id)), list);
  }

  network.on("selectNode", event => show(event.nodes[0]));
  document.querySelector("tbody").addEventListener("click", event => {
    const id = event.target.dataset.node;
    if (id === undefined) return;
    network.selectNodes([id]);
    network.focus(id, { scale: 1 });
    show(id);
  });
})();
