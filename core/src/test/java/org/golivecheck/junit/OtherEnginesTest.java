package org.golivecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;

/** {@code @GoLive} where another engine than Jupiter runs the class. */
class OtherEnginesTest {
  private static TestDescriptor descriptor(String engine, Class<?> type) {
    UniqueId id = UniqueId.forEngine(engine).append("class", type.getName());
    return new AbstractTestDescriptor(id, type.getSimpleName(), ClassSource.from(type)) {
      @Override
      public Type getType() {
        return Type.CONTAINER;
      }
    };
  }

  @Test
  void aClassThatAnotherEngineRunsIsRefusedWithWhatToDo() {
    for (String engine : new String[] {"junit-vintage", "testng"}) {
      assertThatThrownBy(
              () ->
                  new OtherEngines()
                      .apply(descriptor(engine, RecordedClasses.RecordsNothing.class)))
          .isInstanceOf(JUnitException.class)
          .hasMessageContaining("RecordsNothing has @GoLive, but the engine " + engine)
          .hasMessageContaining("GoLiveCheck.withDefaults().check(recorder)");
    }
  }

  @Test
  void classesOfJupiterAndThoseWithoutTheAnnotationRun() {
    OtherEngines filter = new OtherEngines();

    assertThat(
            filter
                .apply(descriptor("junit-jupiter", RecordedClasses.RecordsNothing.class))
                .included())
        .isTrue();
    assertThat(filter.apply(descriptor("junit-vintage", String.class)).included()).isTrue();
  }

  @Test
  void thePlatformFindsIt() {
    assertThat(
            StreamSupport.stream(
                ServiceLoader.load(PostDiscoveryFilter.class).spliterator(), false))
        .anyMatch(OtherEngines.class::isInstance);
    assertThat(
            StreamSupport.stream(
                ServiceLoader.load(TestExecutionListener.class).spliterator(), false))
        .anyMatch(OtherEngines.class::isInstance);
  }
}
