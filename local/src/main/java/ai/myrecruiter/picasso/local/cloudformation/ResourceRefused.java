package ai.myrecruiter.picasso.local.cloudformation;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** A resource that was not made, changed or removed because somebody asked for that fault. */
final class ResourceRefused extends PicassoException {
  private static final long serialVersionUID = 1L;

  ResourceRefused(String reason) {
    super("resource-refused", reason);
  }
}
