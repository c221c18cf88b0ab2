package ai.myrecruiter.picasso.cli.deploy;

import software.amazon.awssdk.regions.Region;

/**
 * Where a deployment goes.
 *
 * @param account twelve digits
 * @param region such as {@code us-east-1}
 */
record Place(String account, String region) {
  /** A text of the assembly with what it says of account, region and partition. */
  String in(String text) {
    return text.replace("${AWS::AccountId}", account)
        .replace("${AWS::Region}", region)
        .replace("${AWS::Partition}", partition());
  }

  private String partition() {
    var known = Region.of(region).metadata();
    return known == null ? "aws" : known.partition().id();
  }

  /** The address of an object for CloudFormation. */
  String objectUrl(String bucket, String key) {
    var suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return "https://%s.s3.%s.%s/%s".formatted(bucket, region, suffix, key);
  }
}
