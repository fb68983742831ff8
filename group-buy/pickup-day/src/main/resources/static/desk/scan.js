// Reads a pickup code with the phone's camera and opens its bag; without camera or script the code is typed.
// Where the browser has a reader of its own, that one reads.
(() => {
  const box = document.getElementById("scanner");
  const start = document.querySelector("[data-scan]");
  if (!box || !start || !window.Html5Qrcode || !navigator.mediaDevices) return;
  const field = document.getElementById(box.dataset.field);
  let camera = null;
  const stop = async () => {
    box.hidden = true;
    if (camera && camera.isScanning) await camera.stop();
    start.focus();
  };
  const read = async (text) => {
    const code = text.trim().split("/").pop().slice(0, 12);
    await stop();
    if (navigator.vibrate) navigator.vibrate(60);
    field.value = code;
    field.form.requestSubmit();
  };
  start.hidden = false;
  start.addEventListener("click", async () => {
    box.hidden = false;
    camera = camera || new window.Html5Qrcode("scanner-view", {
      formatsToSupport: [window.Html5QrcodeSupportedFormats.QR_CODE],
      experimentalFeatures: { useBarCodeDetectorIfSupported: true },
    });
    try {
      await camera.start({ facingMode: "environment" }, { fps: 10, qrbox: 220 }, read, () => {});
    } catch {
      box.hidden = true;
      field.placeholder = box.dataset.denied;
      field.focus();
    }
  });
  box.querySelector("[data-scan-stop]").addEventListener("click", stop);
  addEventListener("pagehide", stop);
})();
