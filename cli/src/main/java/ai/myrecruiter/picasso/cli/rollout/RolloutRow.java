package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.output.Wrapping;
import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.cli.view.Position;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A rollout in a list. */
record RolloutRow(
    RolloutId id,
    RolloutStatus status,
    String stage,
    double weight,
    Optional<VersionNumber> stable,
    Optional<VersionNumber> candidate,
    String startedBy,
    Instant startedAt,
    Optional<Outcome> outcome,
    Optional<Double> secondsToStable) {
  static RolloutRow of(Rollout rollout) {
    return new RolloutRow(
        rollout.id(),
        rollout.status(),
        Position.stage(rollout),
        rollout.progress().weight(),
        rollout.stable(),
        rollout.candidate(),
        rollout.request().startedBy(),
        rollout.startedAt(),
        rollout.outcome(),
        rollout.outcome().flatMap(Endings::secondsToStable));
  }

  static List<String> table(List<RolloutRow> rows) {
    var table =
        new TextTable(
            "ID",
            "STATUS",
            "STAGE",
            "NEW",
            "VERSIONS",
            "STARTED (UTC)",
            "BY",
            "ENDED",
            "TO STABLE");
    rows.forEach(row -> row.addTo(table));
    return table.lines();
  }

  private void addTo(TextTable table) {
    table.row(
        id.value(),
        status.name(),
        stage,
        Numbers.plain(weight) + " %",
        name(stable) + " -> " + name(candidate),
        Numbers.minute(startedAt),
        Wrapping.printable(startedBy),
        outcome.map(Endings::words).orElse("-"),
        secondsToStable.map(Numbers::seconds).orElse("-"));
  }

  private static String name(Optional<VersionNumber> version) {
    return version.map(VersionNumber::toString).orElse("?");
  }
}
