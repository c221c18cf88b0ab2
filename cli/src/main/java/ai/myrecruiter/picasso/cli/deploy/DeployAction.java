package ai.myrecruiter.picasso.cli.deploy;

import java.util.Locale;

/** What is done about a stack. */
enum DeployAction {
  /** It is what the template says. */
  UNCHANGED,
  /** It does not exist and is made. */
  CREATE,
  /** It is changed by the command. */
  UPDATE,
  /** It is changed by the state machine {@code rollout}, which then rolls its versions out. */
  ROLLOUT;

  /** The word for a person. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
