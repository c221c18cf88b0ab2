package ai.myrecruiter.picasso.local.lambda;

import java.nio.file.Path;

/** What a function runs; it never changes once a version has it. */
sealed interface Code {
  /** SHA-256 of the deployment package, base64, as Lambda reports it. */
  String sha256();

  /** Size of the deployment package in bytes. */
  long size();

  /** A deployment package, kept in a file of the stage's own. */
  record Jar(String sha256, long size, Path file) implements Code {}

  /** A handler of the product that the stage constructs itself, with its own ports. */
  record Product(String sha256) implements Code {
    @Override
    public long size() {
      return 0;
    }
  }
}
