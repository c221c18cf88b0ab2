package ai.myrecruiter.picasso.runtime.jwt;

/** The algorithms a key may be pinned to. */
public enum Algorithm {
  /** ECDSA on P-256 with SHA-256: verifiers hold nothing that can forge. The default. */
  ES256(64),
  /** HMAC with SHA-256: whoever verifies can forge. Only where configuration allows it. */
  HS256(32);

  private final int signatureBytes;

  Algorithm(int signatureBytes) {
    this.signatureBytes = signatureBytes;
  }

  /** The exact length of a signature in bytes. */
  public int signatureBytes() {
    return signatureBytes;
  }
}
