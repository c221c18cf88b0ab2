package ai.myrecruiter.picasso.local.sdk;

/** The account and region that every ARN of the stage names. */
public final class StageAccount {
  /** The account of the stage; no real account has this number. */
  public static final String ID = "000000000000";

  /** The region of the stage. */
  public static final String REGION = "us-east-1";

  private StageAccount() {}

  /** The ARN of a resource of a service, such as {@code function:picasso-staging-chat}. */
  public static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ID + ":" + resource;
  }
}
