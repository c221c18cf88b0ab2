package ai.myrecruiter.picasso.runtime.streaming;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the function is made of.
 *
 * @param random spreads attempts at the model; needs no secrecy
 */
record Parts(
    Admission admission,
    Memory memory,
    Cancellations cancellations,
    Model model,
    Limits limits,
    InstantSource clock,
    RandomGenerator random,
    String version)
    implements AutoCloseable {
  Reply reply() {
    return new Reply(version);
  }

  Streams streams() {
    return new Streams(model, memory, cancellations, limits, clock, random, reply());
  }

  @Override
  public void close() {
    model.close();
  }
}
