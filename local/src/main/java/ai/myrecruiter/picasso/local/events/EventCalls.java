package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The call that publishes events. */
final class EventCalls {
  private static final int MAX_ENTRIES = 10;
  private static final ObjectMapper JSON = new ObjectMapper();
  private final EventLoop loop;
  private final EventBus bus;

  EventCalls(EventLoop loop, EventBus bus) {
    this.loop = loop;
    this.bus = bus;
  }

  /** Publishes what is valid; the answer says of each entry what became of it. */
  public PutEventsResponse putEvents(PutEventsRequest request) {
    int count = request.entries().size();
    if (count < 1 || count > MAX_ENTRIES) {
      throw EventErrors.invalid("%d entries: give 1 to %d".formatted(count, MAX_ENTRIES));
    }
    return loop.call(() -> {
      var results = request.entries().stream().map(this::put).toList();
      int failed = (int) results.stream().filter(result -> result.errorCode() != null).count();
      return PutEventsResponse.builder().entries(results).failedEntryCount(failed).build();
    });
  }

  private PutEventsResultEntry put(PutEventsRequestEntry entry) {
    RuleCalls.checkBus(entry.eventBusName());
    if (entry.source() == null || entry.detailType() == null || entry.detail() == null) {
      return error("InvalidArgument", "Source, DetailType and Detail are all needed.");
    }
    if (entry.source().startsWith("aws.")) {
      return error("NotAuthorizedForSourceException", "Not authorized for the source.");
    }
    try {
      var detail = JSON.readTree(entry.detail());
      if (!detail.isObject()) {
        return error("MalformedDetail", "Detail is malformed.");
      }
      var event =
          new StageEvent(
              Ids.uuid(loop.random()),
              entry.source(),
              entry.detailType(),
              Optional.ofNullable(entry.time()).orElse(loop.now()),
              entry.resources(),
              detail);
      bus.publish(event);
      return PutEventsResultEntry.builder().eventId(event.id()).build();
    } catch (JsonProcessingException e) {
      return error("MalformedDetail", "Detail is malformed.");
    }
  }

  private static PutEventsResultEntry error(String code, String message) {
    return PutEventsResultEntry.builder().errorCode(code).errorMessage(message).build();
  }
}
