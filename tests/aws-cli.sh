#!/usr/bin/env bash
# Drives a local stage by the AWS CLI, version 1 or 2, as a person would from another terminal. Builds what is missing first.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$root"
if ! aws --version >/dev/null 2>&1; then
  echo "aws-cli: the AWS CLI is not here (aws --version fails), so nothing was checked. Install it: apt-get install awscli, or see docs.aws.amazon.com/cli." >&2
  exit 2
fi
work=$(mktemp -d)
stages=()
trap 'for one in "${stages[@]}"; do kill "$one" 2>/dev/null || true; wait "$one" 2>/dev/null || true; done; rm -rf "$work"' EXIT
begin() { # NAME OPTION ...
  local name=$1
  shift
  ./picasso local -o json --aws-port 0 --sfn-port 0 --lambda-port 0 --dynamodb-port 0 --page-port 0 --traffic 0 "$@" >"$work/$name.json" 2>"$work/$name.err" &
  stages+=($!)
  for _ in $(seq 1800); do
    [ -s "$work/$name.json" ] && grep -q '^}' "$work/$name.json" && return
    if ! kill -0 "${stages[-1]}" 2>/dev/null; then
      cat "$work/$name.err" >&2
      exit 1
    fi
    sleep 0.1
  done
}
begin stage
export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_PAGER= AWS_MAX_ATTEMPTS=1
unset AWS_PROFILE AWS_SESSION_TOKEN
endpoint() { sed -n "s/^ *\"$1\" *: *\"\(http[^\"]*\)\".*/\1/p" "$work/stage.json" | head -1; }
sfn() { aws stepfunctions --endpoint-url "$(endpoint sfn)" --output text "$@"; }
lambda() { aws lambda --endpoint-url "$(endpoint lambda)" --output text "$@"; }

checks=0
is() { # NAME EXPECTED ACTUAL
  if [ "$2" != "$3" ]; then
    printf 'aws-cli: %s: expected\n  %s\nbut it was\n  %s\n' "$1" "$2" "$3" >&2
    exit 1
  fi
  checks=$((checks + 1))
}
refused() { # CODE COMMAND ...
  local code=$1 said
  shift
  if said=$("$@" 2>&1); then
    echo "aws-cli: $* was not refused" >&2
    exit 1
  fi
  is "refusal of $2" yes "$(grep -q "($code)" <<<"$said" && echo yes || echo "$said")"
}
until_status() { # EXECUTION STATUS
  local now=
  for _ in $(seq 300); do
    now=$(sfn describe-execution --execution-arn "$1" --query status)
    [ "$now" = RUNNING ] && [ "$2" != RUNNING ] || break
    sleep 0.1
  done
  is "status of $1" "$2" "$now"
}

account=arn:aws:states:us-east-1:000000000000
role=arn:aws:iam::000000000000:role/cli
is "the product's machines" "picasso-staging-rollout" "$(sfn list-state-machines --query "stateMachines[?name=='picasso-staging-rollout'].name")"

pass='{"StartAt":"One","States":{"One":{"Type":"Pass","Next":"Two"},"Two":{"Type":"Pass","End":true}}}'
machine=$(sfn create-state-machine --name cli-pass --definition "$pass" --role-arn "$role" --query stateMachineArn)
is "the new machine" "$account:stateMachine:cli-pass" "$machine"
execution=$(sfn start-execution --state-machine-arn "$machine" --name first --input '{"a":"ü"}' --query executionArn)
until_status "$execution" SUCCEEDED
is "its output" '{"a":"ü"}' "$(sfn describe-execution --execution-arn "$execution" --query output)"
is "its events, by pages of two" "1 2 3 4 5 6" "$(sfn get-execution-history --execution-arn "$execution" --page-size 2 --query 'events[].id' | xargs)"
is "its events, the last first" "6 5 4 3 2 1" "$(sfn get-execution-history --execution-arn "$execution" --reverse-order --query 'events[].id' | xargs)"
is "what it lists" "first" "$(sfn list-executions --state-machine-arn "$machine" --status-filter SUCCEEDED --query 'executions[].name')"
refused ExecutionAlreadyExists sfn start-execution --state-machine-arn "$machine" --name first --input '{}'
refused ExecutionDoesNotExist sfn describe-execution --execution-arn "$account:execution:cli-pass:none"
refused StateMachineDoesNotExist sfn start-execution --state-machine-arn "$account:stateMachine:none"
refused InvalidDefinition sfn create-state-machine --name bad --definition '{"StartAt":"X"}' --role-arn "$role"
refused InvalidExecutionInput sfn start-execution --state-machine-arn "$machine" --input '{'
refused InvalidToken sfn send-task-success --task-token nonsense --task-output 1

function=$(lambda get-alias --function-name picasso-staging-chat --name live --query AliasArn)
ask='{"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","TimeoutSeconds":600,"End":true,"Parameters":{"FunctionName":"'$function'","Payload":{"action":"health_check","token.$":"$$.Task.Token"}}}}}'
machine=$(sfn create-state-machine --name cli-ask --definition "$ask" --role-arn "$role" --query stateMachineArn)
execution=$(sfn start-execution --state-machine-arn "$machine" --query executionArn)
token=$(sfn get-execution-history --execution-arn "$execution" --query "events[?type=='TaskScheduled'].taskScheduledEventDetails.parameters" | sed 's/.*"token":"\([^"]*\)".*/\1/')
sfn send-task-heartbeat --task-token "$token"
sfn send-task-success --task-token "$token" --task-output '{"by":"cli"}'
until_status "$execution" SUCCEEDED
is "what was sent" '{"by":"cli"}' "$(sfn describe-execution --execution-arn "$execution" --query output)"
refused TaskTimedOut sfn send-task-failure --task-token "$token"
execution=$(sfn start-execution --state-machine-arn "$machine" --query executionArn)
sfn stop-execution --execution-arn "$execution" --error Enough --cause "by hand" >"$work/stopped"
until_status "$execution" ABORTED
is "why it stopped" Enough "$(sfn describe-execution --execution-arn "$execution" --query error)"

is "how a function answers" "1" "$(lambda invoke --function-name "$function" --payload '{}' --query ExecutedVersion "$work/answer.json" --cli-binary-format raw-in-base64-out 2>/dev/null || lambda invoke --function-name "$function" --payload '{}' --query ExecutedVersion "$work/answer.json")"
refused ResourceNotFoundException lambda get-function --function-name none

# An account in which nothing was deployed yet, reached by one address.
begin empty --empty
every() { aws --endpoint-url "$(sed -n 's/^ *"aws" *: *"\(http[^"]*\)".*/\1/p' "$work/empty.json")" --output text "$@"; }
stack() { every cloudformation "$@"; }
until_stack() { # NAME STATUS
  local now=
  for _ in $(seq 300); do
    now=$(stack describe-stacks --stack-name "$1" --query 'Stacks[0].StackStatus')
    [[ $now == *_IN_PROGRESS && $now != REVIEW_IN_PROGRESS ]] || break
    sleep 0.2
  done
  is "status of $1" "$2" "$now"
}
deployed() { # NAME TYPE TEMPLATE OPTION ...
  local name=$1 type=$2 template=$3 set=
  shift 3
  every s3api put-object --bucket "$bucket" --key "$name-$type.json" --body "$template" --query ETag >"$work/put"
  set=$(stack create-change-set --stack-name "$name" --change-set-name "set-$type" --change-set-type "$type" --template-url "https://$bucket.s3.us-east-1.amazonaws.com/$name-$type.json" --capabilities CAPABILITY_NAMED_IAM --query Id "$@")
  for _ in $(seq 100); do
    [ "$(stack describe-change-set --change-set-name "$set" --query Status)" = CREATE_PENDING ] || break
    sleep 0.2
  done
  is "the change set of $name" CREATE_COMPLETE "$(stack describe-change-set --stack-name "$name" --change-set-name "set-$type" --query Status)"
  stack execute-change-set --stack-name "$name" --change-set-name "set-$type"
  until_stack "$name" "${type}_COMPLETE"
}
is "who calls" "000000000000 arn:aws:iam::000000000000:user/local" "$(every sts get-caller-identity --query '[Account,Arn]' | xargs)"
is "what an account may run at once" 1000 "$(every lambda get-account-settings --query AccountLimit.ConcurrentExecutions)"
is "stacks of an empty account" "" "$(stack describe-stacks --query 'Stacks[].StackName')"
refused ValidationError stack describe-stacks --stack-name picasso-staging-data
refused ValidationError stack create-change-set --stack-name 1st --change-set-name first --template-body '{}'
refused ChangeSetNotFound stack describe-change-set --stack-name none --change-set-name none
refused 404 every s3api head-bucket --bucket none
bucket=cdk-hnb659fds-assets-000000000000-us-east-1
for file in infra/target/cdk.out/asset.*; do
  every s3api put-object --bucket $bucket --key "${file##*/asset.}" --body "$file" --checksum-algorithm SHA256 --query ChecksumSHA256 >"$work/put"
  is "the digest of an asset" "$(sha256sum "$file" | cut -d" " -f1)" "$(base64 -d "$work/put" | od -An -v -tx1 | tr -d " \n")"
done
for part in data payload observability workflows triggers audit; do
  deployed "picasso-staging-$part" CREATE "infra/target/cdk.out/picasso-staging-$part.template.json"
done
is "the last event" "picasso-staging-payload CREATE_COMPLETE" "$(stack describe-stack-events --stack-name picasso-staging-payload --query 'StackEvents[0].[LogicalResourceId,ResourceStatus]' | xargs)"
is "the machine that was deployed" picasso-staging-rollout "$(every stepfunctions list-state-machines --query "stateMachines[?name=='picasso-staging-rollout'].name")"
function=$(every lambda get-alias --function-name picasso-staging-chat --name live --query AliasArn)
is "how what was deployed answers" 1 "$(every lambda invoke --function-name "$function" --payload '{}' --query ExecutedVersion "$work/answer.json")"

thing() { printf '{"Resources":{"Topic":{"Type":"AWS::SNS::Topic","Properties":{"TopicName":"cli-%s"}}}}' "$1" >"$work/$1.template.json"; }
thing one
thing two
deployed cli-things CREATE "$work/one.template.json"
deployed cli-things UPDATE "$work/two.template.json"
is "what a replacement leaves" "arn:aws:sns:us-east-1:000000000000:cli-two" "$(every sns list-topics --query "Topics[?contains(TopicArn,'cli-')].TopicArn")"
stack delete-stack --stack-name cli-things
for _ in $(seq 100); do
  stack describe-stacks --stack-name cli-things --query 'Stacks[0].StackStatus' >"$work/deleted" 2>&1 || break
  sleep 0.2
done
refused ValidationError stack describe-stacks --stack-name cli-things
echo "aws-cli: $checks checks passed with $(aws --version 2>&1 | cut -d' ' -f1)"
