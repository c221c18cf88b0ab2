package ai.myrecruiter.picasso.local.wire;

/** A service of AWS as it is spoken to over HTTP. */
public interface WireService {
  /** Its name in messages, such as {@code Lambda}. */
  String name();

  /** The longest body that it takes, in bytes. */
  int maxBodyBytes();

  /** Answers a call; called from many threads. */
  Reply answer(WireCall call);

  /**
   * An error in the words of its protocol.
   *
   * @param status of HTTP
   * @param code such as {@code AccessDeniedException}
   */
  Reply error(int status, String code, String message);
}
