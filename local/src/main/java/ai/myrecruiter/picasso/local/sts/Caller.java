package ai.myrecruiter.picasso.local.sts;

import ai.myrecruiter.picasso.local.sdk.LoudClient;
import ai.myrecruiter.picasso.local.sdk.StageAccount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Who calls. The stage knows no users: whoever signs with an access key is the user of that name,
 * so that two people can be told apart.
 *
 * @param user a name as IAM allows it
 */
public record Caller(String user) {
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
  private static final int ID_LENGTH = 17;

  /** Who calls without HTTP. */
  public static final Caller IN_PROCESS = new Caller("stage");

  /** Replaces what is no name by the stage itself. */
  public Caller {
    user = NAME.matcher(user).matches() ? user : "stage";
  }

  /** The ARN of the user. */
  String arn() {
    return "arn:aws:iam::%s:user/%s".formatted(StageAccount.ID, user);
  }

  /** An id that is the same whenever the user is. */
  String id() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
      var text = HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
      return "AIDA" + text.substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** STS as this caller sees it; a call that the stage does not have fails naming itself. */
  public StsClient client() {
    return LoudClient.of(StsClient.class, new CallerCalls(this));
  }
}
