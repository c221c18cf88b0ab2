package ai.myrecruiter.picasso.workflows.deployment;

import java.util.List;

/** Looks at one resource of a change set. */
@FunctionalInterface
interface RiskRule {
  /** What is risky about it; nothing when nothing is. */
  List<Risk> risks(Reviewed resource);
}
