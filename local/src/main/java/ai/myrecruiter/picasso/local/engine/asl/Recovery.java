package ai.myrecruiter.picasso.local.engine.asl;

import java.util.List;

/** What a state does about errors: first its retriers, then its catchers, each in order. */
public record Recovery(List<Retrier> retriers, List<Catcher> catchers) {
  /** Keeps the lists from change. */
  public Recovery {
    retriers = List.copyOf(retriers);
    catchers = List.copyOf(catchers);
  }
}
