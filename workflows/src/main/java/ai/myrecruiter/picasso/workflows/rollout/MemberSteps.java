package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps of a rollout by which the versions of its functions become known. */
record MemberSteps(Rollout rollout) {

  Rollout publishing(List<VersionNumber> stable, Instant at) {
    var members = with(stable, Member::stable);
    return new RolloutEdit(rollout)
        .members(members)
        .to(
            RolloutStatus.PUBLISHING,
            at,
            "Preflight passed; %s is stable".formatted(Versions.of(members, Member::stable)));
  }

  Rollout published(List<VersionNumber> versions, Instant at) {
    if (rollout.candidate().equals(versions.stream().findFirst())) {
      return rollout;
    }
    rollout.require(
        rollout.status() == RolloutStatus.PUBLISHING,
        RolloutStatus.PUBLISHING,
        "its candidate is decided");
    var members = with(versions, Member::candidate);
    var first = members.getFirst();
    var released =
        members.stream().filter(member -> member.equals(first) || !member.unchanged()).toList();
    return new RolloutEdit(rollout).members(released).note(at, sentence(members, released));
  }

  private static String sentence(List<Member> members, List<Member> released) {
    var candidates = "Candidate: " + Versions.of(released, Member::candidate);
    var unchanged = members.stream().filter(member -> !released.contains(member)).toList();
    return unchanged.isEmpty()
        ? candidates
        : candidates
            + "; nothing new in "
            + String.join(", ", unchanged.stream().map(Member::function).toList());
  }

  private interface Change {
    Member of(Member member, VersionNumber version);
  }

  private List<Member> with(List<VersionNumber> versions, Change change) {
    var before = rollout.members();
    InvalidInput.unless(
        versions.size() == before.size(),
        "$.versions",
        versions,
        "must be one for each of the " + before.size() + " functions of the release",
        "name the versions in the order of the functions");
    var after = new ArrayList<Member>();
    for (var i = 0; i < before.size(); i++) {
      after.add(change.of(before.get(i), versions.get(i)));
    }
    return after;
  }
}
