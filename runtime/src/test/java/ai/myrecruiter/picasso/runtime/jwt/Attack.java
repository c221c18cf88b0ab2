package ai.myrecruiter.picasso.runtime.jwt;

/** A token that must be refused, and why. */
record Attack(String name, Reason reason, String compact) {
  @Override
  public String toString() {
    return name;
  }
}
