package org.golivecheck.call.like;

import java.util.function.Consumer;
import org.golivecheck.call.ApiCall;

/** Takes calls, and those that are like an earlier one before an object is made of them. */
public interface CallSink extends Consumer<ApiCall> {

  /**
   * Takes a call that is like an earlier one.
   *
   * @param call is reused after this returns
   */
  void acceptLike(LikeCall call);

  /** Returns a sink that makes an object of every call for a consumer that needs one. */
  static CallSink of(Consumer<? super ApiCall> consumer) {
    return consumer instanceof CallSink sink ? sink : new CallMaker(consumer);
  }

  /** Makes an object of every call. */
  record CallMaker(Consumer<? super ApiCall> consumer) implements CallSink {
    @Override
    public void accept(ApiCall call) {
      consumer.accept(call);
    }

    @Override
    public void acceptLike(LikeCall call) {
      consumer.accept(call.call());
    }
  }
}
