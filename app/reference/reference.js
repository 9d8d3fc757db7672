// The op reference's search: hides what does not match, and the families left empty. The page is complete without it.
const theme = localStorage.getItem("losslab.theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
else if (matchMedia("(prefers-color-scheme: light)").matches) document.documentElement.dataset.theme = "light";

const find = document.querySelector("#find");
const found = document.querySelector("#found");
const ops = [...document.querySelectorAll(".op")];

function search() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const op of ops) {
    const isShown = words.every((word) => op.dataset.names.includes(word));
    op.hidden = !isShown;
    if (isShown) count++;
  }
  for (const section of document.querySelectorAll("section"))
    section.hidden = section.querySelector(".op:not([hidden])") === null;
  found.textContent = words.length === 0 ? "" : `${count} ${count === 1 ? "op" : "ops"}`;
}

find.addEventListener("input", search);
addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== find) {
    event.preventDefault();
    find.focus();
  }
});
