// An HTTP client for Stripe's package that sends nothing: it answers what it was given, and keeps what it was asked.

import Stripe from "stripe";

export class Response extends Stripe.HttpClientResponse {
  constructor(status, headers, body) {
    super(status, Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])));
    this.body = body;
  }

  getRawResponse() {
    return {};
  }

  toJSON() {
    return Promise.resolve().then(() => JSON.parse(this.body.toString()));
  }
}

export class Transport extends Stripe.HttpClient {
  constructor(response) {
    super();
    this.response = response;
  }

  getClientName() {
    return "vector";
  }

  makeRequest(host, _port, path, method, headers, body) {
    this.request = { method, url: `https://${host}${path}`, headers: Object.entries(headers), body: body ?? "" };
    return Promise.resolve(this.response);
  }
}
