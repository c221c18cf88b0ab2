package ai.myrecruiter.picasso.local.cloudformation;

/**
 * What a type does with a resource that exists.
 *
 * @param change changes it in place
 * @param removal removes it
 */
public record Lifecycle(Change change, Removal removal) {
  /** Resources that stay as they were made; asking for more is a gap of the stage and says so. */
  static final Lifecycle FIXED =
      new Lifecycle(
          (request, existing) -> {
            throw gap("changed", request);
          },
          (request, existing) -> {
            throw gap("removed", request);
          });

  /** Changes a resource; a service's refusal is thrown as it is. */
  @FunctionalInterface
  public interface Change {
    /** Gives the resource its new properties. */
    Created update(ResourceRequest request, Created existing);
  }

  /** Removes a resource; a service's refusal is thrown as it is. */
  @FunctionalInterface
  public interface Removal {
    /** Removes the resource, whose last properties are given. */
    void delete(ResourceRequest request, Created existing);
  }

  private static UnsupportedOperationException gap(String what, ResourceRequest request) {
    return new UnsupportedOperationException(
        "%s cannot be %s on the stage: give its type a Lifecycle in local.cloudformation"
            .formatted(request.logicalId(), what));
  }
}
