// While a query runs, the page offers to end it: the browser closes the connection, and the server ends the work.
const form = document.querySelector("form.ask");
const cancel = form.querySelector(".cancel");
const running = form.querySelector(".running");

function show(busy) {
  cancel.hidden = !busy;
  running.textContent = busy ? "Running…" : "";
}

form.addEventListener("submit", () => show(true));
// A page that the browser kept and shows again is not waiting for anything.
window.addEventListener("pageshow", () => show(false));
cancel.addEventListener("click", () => {
  window.stop();
  show(false);
  running.textContent = "Cancelled.";
});
