package ai.myrecruiter.picasso.runtime.streaming;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the function is made of.
 *
 * @param random spreads attempts at the model; needs no secrecy
 * @param clients those of services other than the model; closed with it
 */
record Parts(
    Admission admission,
    Memory memory,
    Cancellations cancellations,
    Model model,
    Limits limits,
    InstantSource clock,
    RandomGenerator random,
    String version,
    List<? extends AutoCloseable> clients)
    implements AutoCloseable {
  /** Copies the list. */
  Parts {
    clients = List.copyOf(clients);
  }

  Reply reply() {
    return new Reply(version);
  }

  Streams streams() {
    return new Streams(model, memory, cancellations, limits, clock, random, reply());
  }

  @Override
  public void close() {
    model.close();
    for (var client : clients) {
      try {
        client.close();
      } catch (Exception e) {
        throw new IllegalStateException("a client of a service did not close", e);
      }
    }
  }
}
