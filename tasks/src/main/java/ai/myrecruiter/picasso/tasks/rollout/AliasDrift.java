package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.workflows.PicassoException;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;

/**
 * The alias does not say what the rollout left it at: somebody else writes it. The rollout refuses
 * to guess and goes back.
 */
public final class AliasDrift extends PicassoException {
  private static final long serialVersionUID = 1L;

  AliasDrift(String alias, AliasWeights found, String expected) {
    super(
        "alias-drift",
        "Alias %s sends its traffic to %s, but this rollout left it at %s. Only a rollout or a rollback may write it: find the other writer in CloudTrail (UpdateAlias)."
            .formatted(alias, found, expected));
  }
}
