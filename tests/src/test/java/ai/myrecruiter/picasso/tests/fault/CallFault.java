package ai.myrecruiter.picasso.tests.fault;

import ai.myrecruiter.picasso.local.lambda.ProcessExit;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What befalls a task as it is about to call a service. */
enum CallFault {
  /** Its process ends. */
  PROCESS_ENDS {
    @Override
    void strike() {
      throw new ProcessExit();
    }
  },
  /** The service cannot be reached, and the SDK has given up trying. */
  NO_CONNECTION {
    @Override
    void strike() {
      throw SdkClientException.create("Unable to execute HTTP request: Connection reset");
    }
  };

  abstract void strike();
}
