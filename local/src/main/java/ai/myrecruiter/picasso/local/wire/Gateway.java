package ai.myrecruiter.picasso.local.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * All services at one address, which {@code AWS_ENDPOINT_URL} or {@code --endpoint-url} names. A
 * call is for the service that its signature is for.
 */
public final class Gateway implements WireService {
  private static final int NOT_FOUND = 404;
  private final Map<String, WireService> services;
  private final int maxBodyBytes;

  /**
   * Collects services.
   *
   * @param services by the name that signatures give them, such as {@code states}
   */
  public Gateway(Map<String, WireService> services) {
    this.services = new TreeMap<>(services);
    this.maxBodyBytes =
        services.values().stream().mapToInt(WireService::maxBodyBytes).max().orElse(0);
  }

  @Override
  public String name() {
    return "AWS";
  }

  @Override
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  @Override
  public Reply answer(WireCall call) {
    var asked = call.signedService().orElse("");
    var service = services.get(asked);
    if (service == null) {
      return error(
          NOT_FOUND,
          "UnknownServiceException",
          "The stage has no service '%s'; it has %s".formatted(asked, services.keySet()));
    }
    if (call.body().length > service.maxBodyBytes()) {
      return service.error(
          413,
          "RequestEntityTooLargeException",
          "The request is longer than %d bytes".formatted(service.maxBodyBytes()));
    }
    try {
      return service.answer(call);
    } catch (RuntimeException defect) {
      return service.error(500, "InternalFailure", String.valueOf(defect));
    }
  }

  /** In XML, which SDKs of either kind of protocol can at least show. */
  @Override
  public Reply error(int status, String code, String message) {
    return XmlText.error(
            status, "ErrorResponse", Map.of("Type", "Sender", "Code", code, "Message", message))
        .with("x-amzn-ErrorType", code);
  }
}
