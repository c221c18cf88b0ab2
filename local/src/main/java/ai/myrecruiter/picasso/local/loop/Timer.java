package ai.myrecruiter.picasso.local.loop;

/** A step that has been set for an instant and can still be taken back. */
@FunctionalInterface
public interface Timer {
  /** Takes the step back; without effect when it has run. */
  void cancel();
}
