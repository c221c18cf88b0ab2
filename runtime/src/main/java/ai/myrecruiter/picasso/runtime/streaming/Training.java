package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.priming.Priming;

/**
 * One question and its answer, after which the process ends: what a JVM that writes an AOT cache is
 * to see. Needs no network and no account.
 */
public final class Training {
  private Training() {}

  /** Runs once; fails if there was no whole answer. */
  public static void main(String[] args) {
    try (var priming = Priming.begin()) {
      priming.stream(StreamingFunction.class);
    }
  }
}
