package ai.myrecruiter.picasso.workflows.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;

/** What became of reading a plan document. */
public sealed interface PlanReading {
  /** The plan, or all findings as an {@link InvalidInput}. */
  default Plan orThrow() {
    return switch (this) {
      case Accepted(var plan) -> plan;
      case Refused(var findings) -> throw new InvalidInput(findings);
    };
  }

  /** The document is a legal plan. */
  record Accepted(Plan plan) implements PlanReading {}

  /** The document is not; every finding, at least one. */
  record Refused(List<Finding> findings) implements PlanReading {
    /** Copies the findings. */
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
