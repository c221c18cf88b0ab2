package ai.myrecruiter.picasso.local.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RealLoopTest {
  private final List<Throwable> defects = new CopyOnWriteArrayList<>();
  private final RealLoop loop = new RealLoop(InstantSource.system(), 1, defects::add);

  @Test
  void runsEveryStepOnOneThread() throws Exception {
    var first = new CompletableFuture<Thread>();
    var second = new CompletableFuture<Thread>();
    loop.post(() -> first.complete(Thread.currentThread()));
    loop.after(Duration.ofMillis(5), () -> second.complete(Thread.currentThread()));
    assertThat(second.get(10, TimeUnit.SECONDS)).isSameAs(first.get(10, TimeUnit.SECONDS));
  }

  @Test
  void runsOffloadedWorkElsewhereAndCompletesItOnTheLoop() throws Exception {
    var loopThread = loop.call(Thread::currentThread);
    var worker = new CompletableFuture<Thread>();
    var completion = new CompletableFuture<Thread>();
    loop.post(() ->
        loop.offload(() -> worker.complete(Thread.currentThread()))
            .thenAccept(done -> completion.complete(Thread.currentThread())));
    assertThat(completion.get(10, TimeUnit.SECONDS)).isSameAs(loopThread);
    assertThat(worker.get()).isNotSameAs(loopThread);
  }

  @Test
  void answersACallFromTheLoopItself() {
    assertThat(loop.<Integer>call(() -> loop.call(() -> 42))).isEqualTo(42);
  }

  @Test
  void throwsToTheCallerWhatACallThrew() {
    assertThatThrownBy(() ->
            loop.call(() -> {
              throw new IllegalStateException("bad");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bad");
  }

  @Test
  void goesOnAfterADefectAndTellsOfIt() throws Exception {
    var later = new CountDownLatch(1);
    loop.post(() -> {
      throw new IllegalStateException("defect");
    });
    loop.post(later::countDown);
    assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(defects).hasSize(1);
  }

  @Test
  void dropsWhatIsPostedAfterTheEnd() {
    loop.close();
    loop.post(() -> defects.add(new AssertionError("ran after the end")));
    assertThat(defects).isEmpty();
  }
}
