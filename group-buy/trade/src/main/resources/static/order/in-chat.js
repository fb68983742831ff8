// In a chat's browser a payment begins in the chat itself, and whoever gives it up there stays where they are;
// elsewhere, or should that not work, the link goes where it says.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-in-chat]');
  const chat = window.WeixinJSBridge;
  if (!link || !chat) return;
  event.preventDefault();
  const parameters = Object.fromEntries(link.dataset.inChat.split('\n').map((line) => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)];
  }));
  chat.invoke('getBrandWCPayRequest', parameters, (answer) => {
    if (answer.err_msg === 'get_brand_wcpay_request:ok') location.reload();
    else if (answer.err_msg !== 'get_brand_wcpay_request:cancel') location.assign(link.href);
  });
});
