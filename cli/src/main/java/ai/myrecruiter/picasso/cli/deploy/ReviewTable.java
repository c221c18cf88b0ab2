package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.PropertyChange;
import ai.myrecruiter.picasso.workflows.deployment.Replacement;
import ai.myrecruiter.picasso.workflows.deployment.ResourceChange;
import ai.myrecruiter.picasso.workflows.deployment.Review;
import ai.myrecruiter.picasso.workflows.deployment.Risk;
import ai.myrecruiter.picasso.workflows.deployment.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A change set and what the rules say of it, for whoever has to agree. */
final class ReviewTable {
  private ReviewTable() {}

  /** The changes, then the risks, the blocking first, then what an approval is bound to. */
  static List<String> lines(ChangeSet changes, Review review) {
    var lines = new ArrayList<String>();
    var table = new TextTable("ACTION", "RESOURCE", "TYPE", "REPLACED", "PROPERTIES");
    changes
        .changes()
        .forEach(it ->
            table.row(
                it.action().name().toLowerCase(Locale.ROOT),
                it.logicalId(),
                it.type(),
                replaced(it.replacement()),
                properties(it)));
    lines.addAll(table.lines());
    lines.add("");
    if (review.risks().isEmpty()) {
      lines.add("No risk was found.");
    } else {
      lines.addAll(risks(review.risks()));
    }
    lines.add("Digest " + review.changeSetDigest());
    return lines;
  }

  private static List<String> risks(List<Risk> risks) {
    var table = new TextTable("RISK", "RULE", "RESOURCE", "PROPERTY", "REASON");
    risks.forEach(it ->
        table.row(severity(it.severity()), it.rule(), it.resource(), it.property(), it.reason()));
    return table.lines();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case BLOCK -> "blocked";
      case APPROVE -> "needs consent";
    };
  }

  private static String replaced(Replacement replacement) {
    return switch (replacement) {
      case NO -> "no";
      case MAYBE -> "perhaps";
      case YES -> "yes";
    };
  }

  private static String properties(ResourceChange change) {
    return change.properties().isEmpty()
        ? "-"
        : change.properties().stream()
            .map(PropertyChange::name)
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
