package ai.myrecruiter.picasso.workflows.contract;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Has the components of records written by {@link ComponentWriter}s, and records that keep their
 * text by {@link KeptTextWriter}s; everything else as before.
 */
final class RecordWriters extends BeanSerializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public List<BeanPropertyWriter> changeProperties(
      SerializationConfig config, BeanDescription type, List<BeanPropertyWriter> writers) {
    if (!type.getBeanClass().isRecord()) {
      return writers;
    }
    var definitions =
        type.findProperties().stream()
            .collect(
                Collectors.toMap(
                    BeanPropertyDefinition::getName, Function.<BeanPropertyDefinition>identity()));
    writers.replaceAll(writer -> {
      var definition = definitions.get(writer.getName());
      return definition != null && isPlainAccessor(writer)
          ? new ComponentWriter(definition, type.getClassAnnotations(), writer)
          : writer;
    });
    return writers;
  }

  @Override
  @SuppressWarnings("unchecked") // Jackson's own serializers of beans take any object
  public JsonSerializer<?> modifySerializer(
      SerializationConfig config, BeanDescription type, JsonSerializer<?> writer) {
    return type.getBeanClass().isAnnotationPresent(KeepsText.class)
        ? new KeptTextWriter((JsonSerializer<Object>) writer)
        : writer;
  }

  private static boolean isPlainAccessor(BeanPropertyWriter writer) {
    return writer.getClass().equals(BeanPropertyWriter.class)
        && writer.getMember().getMember() instanceof Method;
  }
}
