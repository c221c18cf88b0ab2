package ai.myrecruiter.picasso.runtime.master;

/** Answers one route. */
interface Endpoint {
  /**
   * Answers a request.
   *
   * @throws Refusal when it is not to be done; nothing has changed then
   */
  Reply answer(Request request, Invocation invocation) throws Refusal;
}
