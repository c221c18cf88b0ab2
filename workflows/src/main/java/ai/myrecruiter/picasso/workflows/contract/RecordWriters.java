package ai.myrecruiter.picasso.workflows.contract;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Has the components of records written by {@link ComponentWriter}s, everything else as before. */
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

  private static boolean isPlainAccessor(BeanPropertyWriter writer) {
    return writer.getClass().equals(BeanPropertyWriter.class)
        && writer.getMember().getMember() instanceof Method;
  }
}
