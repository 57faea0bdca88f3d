#!/usr/bin/env bash
# Installs what is missing, builds, and serves the page. Usage: run.sh [--port N]
source "$(dirname "$0")/common.sh"

port=8080
usage='usage: build-scripts/run.sh [--port N]   (N from 1 to 65535, 8080 where none is given)'
while [ $# -gt 0 ]; do
  case $1 in
    --port) [ $# -ge 2 ] || fail '--port needs a number' "$usage"; port=$2; shift 2 ;;
    --port=*) port=${1#*=}; shift ;;
    -h | --help) echo "$usage"; exit ;;
    *) fail "unknown argument: $1" "$usage" ;;
  esac
done
if [[ ! $port =~ ^[1-9][0-9]{0,4}$ ]] || [ "$port" -gt 65535 ]; then fail "not a port: $port" "$usage"; fi

port_in_use() {
  fail "port $port is in use by another program." "Choose another one: build-scripts/run.sh --port $((port < 65535 ? port + 1 : 8080))"
}
if (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then port_in_use; fi

build-scripts/install.sh build
build-scripts/build.sh
status=0
node web/tools/serve.mjs --port "$port" build/site || status=$?
case $status in
  0 | 130 | 143) ;;
  97) fail "port $port needs rights that this user does not have." 'Choose one above 1023.' ;;
  98) port_in_use ;;
  *) exit "$status" ;;
esac
