package ai.myrecruiter.picasso.local.cloudformation;

/** TEMPORARY until workflows' Finding is merged. */
public record Finding(String path, String value, String rule, String fix) {
  public String line() {
    return path + " = " + value + ": " + rule + "; " + fix;
  }
}
