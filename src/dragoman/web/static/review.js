// Review by single keys: each presses the button that shows it.

document.addEventListener("desk-key", (event) => {
  const button = document.querySelector(`main [data-key="${CSS.escape(event.detail)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (button.tagName === "SUMMARY") button.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
});
