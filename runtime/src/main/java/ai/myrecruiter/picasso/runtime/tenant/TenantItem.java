package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A tenant as an item: {@code key = tenant#<id>}; see {@link TenantTable}. */
final class TenantItem {
  static final String KEY = "key";
  static final String TENANT = "tenant";
  private static final String HASH = "hash";
  private static final String HOSTS = "hosts";
  static final String STREAMING = "streaming";
  static final String SUBJECTS = "streamingSubjects";
  static final String PERCENT = "streamingPercent";

  private TenantItem() {}

  static Map<String, AttributeValue> write(Tenant tenant) {
    var item = streaming(tenant.streaming());
    item.put(KEY, AttributeValue.fromS(key(tenant.id())));
    item.put(TENANT, AttributeValue.fromS(tenant.id().value()));
    item.put(HASH, AttributeValue.fromS(tenant.hash().value()));
    if (!tenant.hosts().isEmpty()) {
      item.put(HOSTS, strings(tenant.hosts(), HostName::value));
    }
    return item;
  }

  static Map<String, AttributeValue> streaming(StreamingFlag flag) {
    var item = new java.util.HashMap<String, AttributeValue>();
    item.put(STREAMING, AttributeValue.fromS(mode(flag)));
    switch (flag) {
      case StreamingFlag.Listed(var subjects) when !subjects.isEmpty() ->
          item.put(SUBJECTS, strings(subjects, Function.identity()));
      case StreamingFlag.Percentage(int percent, var salt) ->
          item.put(PERCENT, AttributeValue.fromN(Integer.toString(percent)));
      case StreamingFlag.Listed nobody -> {}
      case StreamingFlag.On on -> {}
      case StreamingFlag.Off off -> {}
    }
    return item;
  }

  private static String mode(StreamingFlag flag) {
    return switch (flag) {
      case StreamingFlag.Off off -> "off";
      case StreamingFlag.On on -> "on";
      case StreamingFlag.Listed listed -> "list";
      case StreamingFlag.Percentage share -> "percentage";
    };
  }

  static Tenant read(Map<String, AttributeValue> item) {
    var id = new TenantId(text(item, TENANT));
    return new Tenant(
        id,
        new TenantHash(text(item, HASH)),
        set(item, HOSTS).stream().map(HostName::new).collect(Collectors.toSet()),
        flag(item, id));
  }

  private static StreamingFlag flag(Map<String, AttributeValue> item, TenantId id) {
    var mode = text(item, STREAMING);
    return switch (mode) {
      case "off" -> new StreamingFlag.Off();
      case "on" -> new StreamingFlag.On();
      case "list" -> new StreamingFlag.Listed(set(item, SUBJECTS));
      case "percentage" ->
          new StreamingFlag.Percentage(Integer.parseInt(number(item, PERCENT)), id.value());
      default ->
          throw new IllegalArgumentException(
              "tenant %s has streaming \"%s\": write off, list, percentage or on"
                  .formatted(id.value(), mode));
    };
  }

  static String key(TenantId id) {
    return "tenant#" + id.value();
  }

  static String key(HostName host) {
    return "host#" + host.value();
  }

  static String key(TenantHash hash) {
    return "hash#" + hash.value();
  }

  private static <T> AttributeValue strings(Set<T> values, Function<T, String> text) {
    return AttributeValue.fromSs(
        values.stream().map(text).collect(Collectors.toCollection(TreeSet::new)).stream().toList());
  }

  static String text(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    if (value == null || value.s() == null) {
      throw new IllegalArgumentException(
          "a tenant's item has no text \"" + name + "\": register the tenant again");
    }
    return value.s();
  }

  private static String number(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value == null || value.n() == null ? "0" : value.n();
  }

  private static Set<String> set(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    return value == null ? Set.of() : Set.copyOf(value.ss());
  }
}
