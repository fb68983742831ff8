// A strip of links that is wider than the screen begins where one is.
document.querySelectorAll("nav [aria-current]").forEach((link) => {
  const strip = link.closest("nav");
  const here = link.getBoundingClientRect();
  const whole = strip.getBoundingClientRect();
  if (strip.scrollWidth > strip.clientWidth) strip.scrollLeft += here.left - whole.left - (whole.width - here.width) / 2;
});
