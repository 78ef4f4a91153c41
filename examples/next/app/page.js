export default function Page() {
  return <form method="post" action="/pay"><input name="order" defaultValue="42" /> <button>Checkout</button></form>;
}
