package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Set;

/** Whether a tenant's subjects get their answers streamed, or the legacy route. */
public sealed interface StreamingFlag {
  /** Whether streaming is on for a subject (a session or a user id): the same answer every time. */
  boolean isOn(String subject);

  /** Nobody streams. */
  record Off() implements StreamingFlag {
    @Override
    public boolean isOn(String subject) {
      return false;
    }
  }

  /** Everybody streams. */
  record On() implements StreamingFlag {
    @Override
    public boolean isOn(String subject) {
      return true;
    }
  }

  /**
   * The listed subjects stream.
   *
   * @param subjects at most 1,000
   */
  record Listed(Set<String> subjects) implements StreamingFlag {
    private static final int MOST = 1_000;

    /** Refuses a list that is too long for an item. */
    public Listed {
      subjects = Set.copyOf(subjects);
      if (subjects.size() > MOST) {
        throw new IllegalArgumentException(
            subjects.size() + " listed subjects: list at most 1,000, or use a percentage");
      }
    }

    @Override
    public boolean isOn(String subject) {
      return subjects.contains(subject);
    }
  }

  /**
   * A share of the subjects streams, chosen by a stable hash: raising the share never takes
   * streaming away from a subject, and tenants do not choose alike.
   *
   * @param percent 0 to 100
   * @param salt what makes this tenant's choice its own: the tenant's id
   */
  record Percentage(int percent, String salt) implements StreamingFlag {
    /** Refuses what is no percentage. */
    public Percentage {
      if (percent < 0 || percent > 100) {
        throw new IllegalArgumentException(percent + " percent: use a whole number 0 to 100");
      }
    }

    @Override
    public boolean isOn(String subject) {
      return StableHash.bucket(salt, subject, 100) < percent;
    }
  }
}
