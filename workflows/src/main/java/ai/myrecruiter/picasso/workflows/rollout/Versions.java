package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The versions of a release's functions in words. */
public final class Versions {
  private Versions() {}

  /** {@code version 3}; of several functions {@code NAME version 3, NAME version 8}. */
  public static String of(List<Member> members, Function<Member, Optional<VersionNumber>> which) {
    return members.stream()
        .map(
            member -> (members.size() == 1 ? "" : member.function() + " ") + version(member, which))
        .collect(Collectors.joining(", "));
  }

  /** The same at the beginning of a sentence. */
  public static String capitalized(
      List<Member> members, Function<Member, Optional<VersionNumber>> which) {
    var text = of(members, which);
    return members.size() == 1 ? "V" + text.substring(1) : text;
  }

  private static String version(Member member, Function<Member, Optional<VersionNumber>> which) {
    return "version " + which.apply(member).map(VersionNumber::toString).orElse("?");
  }
}
