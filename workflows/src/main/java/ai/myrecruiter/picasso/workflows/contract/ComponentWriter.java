package ai.myrecruiter.picasso.workflows.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes one component of a record. Half of the time of writing a document goes into calling
 * accessors by reflection; one that is called often becomes code of its own. A function on AWS,
 * which starts cold and writes little, never pays for that.
 */
final class ComponentWriter extends VirtualBeanPropertyWriter {
  private static final long serialVersionUID = 1L;

  /** From this call on an accessor is code of its own. */
  static final int OFTEN = 1_000;

  private int calls;
  private transient volatile @Nullable Function<Object, Object> accessor;

  /** Writes a component as another writer would. */
  ComponentWriter(BeanPropertyDefinition component, Annotations of, BeanPropertyWriter other) {
    super(
        component,
        of,
        other.getType(),
        other.getSerializer(),
        other.getTypeSerializer(),
        other.getSerializationType(),
        inclusion(component, other),
        other.getViews());
  }

  private static JsonInclude.Value inclusion(
      BeanPropertyDefinition component, BeanPropertyWriter other) {
    if (component.findInclusion().getValueInclusion() == JsonInclude.Include.NON_EMPTY) {
      return component.findInclusion();
    }
    if (!other.willSuppressNulls()) {
      return JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS);
    }
    var absent =
        other.getType().isReferenceType()
            ? JsonInclude.Include.NON_ABSENT
            : JsonInclude.Include.NON_NULL;
    return JsonInclude.Value.construct(absent, absent);
  }

  @Override
  protected @Nullable Object value(Object record, JsonGenerator out, SerializerProvider provider)
      throws Exception {
    var known = accessor;
    if (known != null) {
      return known.apply(record);
    }
    if (++calls >= OFTEN) {
      accessor = compiled((Method) getMember().getMember());
    }
    return get(record);
  }

  /** A call of an accessor, as a method reference in the record's own file would be. */
  @SuppressWarnings("unchecked") // LambdaMetafactory makes what it is told to
  private static Function<Object, Object> compiled(Method accessor)
      throws IllegalAccessException, LambdaConversionException {
    var lookup =
        MethodHandles.privateLookupIn(accessor.getDeclaringClass(), MethodHandles.lookup());
    var call = lookup.unreflect(accessor);
    var site =
        LambdaMetafactory.metafactory(
            lookup,
            "apply",
            MethodType.methodType(Function.class),
            MethodType.genericMethodType(1),
            call,
            call.type().wrap());
    return (Function<Object, Object>) invoked(site.getTarget());
  }

  private static Object invoked(MethodHandle target) {
    try {
      return target.invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor cannot be made code of its own: " + e, e);
    }
  }

  @Override
  public VirtualBeanPropertyWriter withConfig(
      MapperConfig<?> config,
      AnnotatedClass declaring,
      BeanPropertyDefinition component,
      JavaType type) {
    return this;
  }
}
