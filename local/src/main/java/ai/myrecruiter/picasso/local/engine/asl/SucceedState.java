package ai.myrecruiter.picasso.local.engine.asl;

/** Ends its machine well. */
public record SucceedState(String name, InputOutput io) implements State {
  @Override
  public String type() {
    return "Succeed";
  }
}
