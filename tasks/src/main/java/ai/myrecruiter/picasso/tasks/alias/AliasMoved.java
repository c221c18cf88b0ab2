package ai.myrecruiter.picasso.tasks.alias;

import ai.myrecruiter.picasso.workflows.PicassoException;

/**
 * The alias was changed by somebody else between reading and writing, or does not say what was
 * written.
 */
public final class AliasMoved extends PicassoException {
  private static final long serialVersionUID = 1L;

  AliasMoved(String message) {
    super("alias-moved", message);
  }
}
