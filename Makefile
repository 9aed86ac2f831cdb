# make run              builds Tuce and opens the demo county; FILE=… opens another
# make check            builds Tuce and runs every test; SANITIZE=1 runs them under AddressSanitizer and UBSan,
#                       SANITIZE=thread under ThreadSanitizer (tests/threads/glib-shown.c: what it sees and what not)
# make bench            measures the floors against the bare libraries beneath them
# make install          installs what was built
# make clean            removes what was built (demo/, where the demo county lies, stays)
#
# Each is complete in itself: what is missing of packages.txt is installed first, as root or through sudo.

comma := ,
ifeq ($(SANITIZE),)
BUILD := build
else ifeq ($(SANITIZE),1)
BUILD := build-sanitize
OPTIONS := -Db_sanitize=address$(comma)undefined -Db_lundef=false
SLOWER := -t 5
else ifeq ($(SANITIZE),thread)
BUILD := build-thread
OPTIONS := -Db_sanitize=thread -Db_lundef=false
SLOWER := -t 10
else
$(error SANITIZE is 1 or thread)
endif
DEMO := demo/quxian.tuce
county := $(or $(FILE),$(DEMO))
CLI := $(BUILD)/src/cli/tuce-cli

packages := $(shell sed 's/\#.*//' packages.txt)
installed = $(patsubst installed:%,%,$(filter installed:%,$(shell \
	dpkg-query -W -f '$${db:Status-Status}:$${Package} ' $(packages) 2>/dev/null)))
missing = $(filter-out $(installed),$(packages))
as_root := $(if $(filter-out 0,$(shell id -u)),sudo) env DEBIAN_FRONTEND=noninteractive

.PHONY: run check bench install clean build packages
.DELETE_ON_ERROR:

packages:
	$(if $(missing),$(as_root) apt-get update)
	$(if $(missing),$(as_root) apt-get install -y --no-install-recommends $(missing))

build: packages
	@test -e $(BUILD)/build.ninja || meson setup $(OPTIONS) $(BUILD)
	@ninja -C $(BUILD)

$(DEMO): | build
	@mkdir -p demo
	$(CLI) demo $@ --seed 1

run: build $(if $(FILE),,$(DEMO))
ifneq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	$(BUILD)/src/app/tuce "$(county)"
else # the main job without a window: a summary, the map, ten acceptance sheets
	@mkdir -p demo
	@$(CLI) info "$(county)"
	@$(CLI) map "$(county)" --size 1920x1080 -o "demo/$$(basename "$(county)" .tuce).png"
	@$(CLI) sheet "$(county)" F1 --limit 10 -o "demo/$$(basename "$(county)" .tuce)-F1.pdf"
endif

check: build
	@rm -f $(BUILD)/meson-logs/testlog.json
	@meson test -C $(BUILD) --no-rebuild --print-errorlogs $(SLOWER); \
	  tests/count $(BUILD)/meson-logs/testlog.json

bench: build
	@meson test -C $(BUILD) --no-rebuild --benchmark --verbose --num-processes 1

install: build
	meson install -C $(BUILD) --no-rebuild

clean:
	rm -rf build build-sanitize build-thread
