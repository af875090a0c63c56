# `make` alone lists what there is to do. Every target sets up what it needs.

BUILD   := build
GO      ?= go
EXE     := $(if $(filter Windows_NT,$(OS)),.exe)
BINARY  := $(BUILD)/standpoint$(EXE)
CLI     := $(BUILD)/standpoint-cli$(EXE)
VERSION  = $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)
APP_ID   = $(shell sed -n 's/^ID = "\(.*\)"/\1/p' FyneApp.toml)

# The whole window on Fyne's software driver, without a C compiler. (A variable that the
# environment has as well, such as CI, would be passed on to every program with our value.)
FAST     := CGO_ENABLED=0
HEADLESS := -tags ci
# How long the tests of one package may take: three times what all take on a quiet machine.
TEST_TIMEOUT   := 24m
WINDOW_TIMEOUT := 20m
film: WINDOW_TIMEOUT := 60m # two hundred and fifty pictures
# The tests that drive the real window; they themselves need no C compiler.
ON_DISPLAY = $(FAST) $(GO) test -tags ci,window -count=1 -timeout $(WINDOW_TIMEOUT) -v
WINDOW_TEST = $(ON_DISPLAY) ./cmd/standpoint
TOOL := $(GO) tool -modfile=tools.mod

# The same source gives the same bytes in whatever folder it lies. The commit is noted in them, where git tells it.
BUILD_FLAGS = -trimpath -buildvcs=$(if $(shell git rev-parse --verify HEAD 2>/dev/null),auto,false)
# On Windows a program that belongs to no console, and takes its parent's for a subcommand.
# There and on a Mac Fyne tells screen readers what the window shows.
WINDOW_FLAGS := $(if $(EXE),-ldflags=-H=windowsgui) $(if $(EXE)$(filter Darwin,$(shell uname -s)),-tags=accessibility)

BUILD_PACKAGES  := gcc libc6-dev pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev libgtk-3-dev
WINDOW_PACKAGES := xvfb xdotool xclip openbox x11-utils imagemagick libgl1-mesa-dri strace fonts-noto-core fonts-noto-cjk
CHECK_PACKAGES  := lintian appstream desktop-file-utils man-db

# What makes the documents of `make document-test`: office programs, the fonts and the hyphenation that the sources name.
# The last are for what is read back of notes, in many scripts.
DOCUMENT_PACKAGES := libreoffice-writer-nogui libreoffice-calc-nogui pandoc fonts-dejavu-core hyphen-en-us poppler-utils fonts-noto-core fonts-noto-cjk

# Which benchmarks `make bench` runs, a regular expression, and of which packages.
BENCH    ?= .
PACKAGES ?= ./...
# Properties see the same cases in each run, so that whether a change passes is the change's doing; `make soak` draws others.
export RAPID_SEED ?= 1
# How long one fuzz target runs in `make fuzz` and in `make soak`, and how many cases a property sees in the latter.
FUZZ_TIME   ?= 2m
SOAK_FUZZ   ?= 10m
SOAK_CHECKS ?= 20000
# How often a program is killed in the middle of its work, how many files are damaged, how many batches are written.
SOAK_KILLS   ?= 2000
SOAK_DAMAGES ?= 5000
SOAK_BATCHES ?= 100000

.PHONY: help
help: ## List the targets
	@echo "Standpoint: who said what, and who stands where, in the article's own words."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: go ## Start the program; without a display, show what it does in build/demo
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}$(filter Windows_NT,$(OS))" ] || [ "$$(uname -s)" = Darwin ]; then \
		$(MAKE) --no-print-directory build && $(BINARY); \
	else \
		echo "There is no display here, so no window: doing the same job without one."; \
		$(MAKE) --no-print-directory demo; \
	fi

.PHONY: build
build: window cli ## Build both programs into build/

.PHONY: window
window: go build-packages
	@[ -x $(BINARY) ] || echo "Building Standpoint. The first time this takes a few minutes ..."
	@CGO_ENABLED=1 $(GO) build $(BUILD_FLAGS) $(WINDOW_FLAGS) -o $(BINARY) ./cmd/standpoint

.PHONY: cli
cli: go
	@$(FAST) $(GO) build $(BUILD_FLAGS) -o $(CLI) ./cmd/standpoint-cli

.PHONY: demo
demo: go ## The sample project, notes, JSON and pictures of the window, without a display
	@echo "Building the demonstration. The first time this takes a minute or two ..."
	@$(FAST) $(GO) run $(HEADLESS) ./cmd/internal/demo $(BUILD)/demo

.PHONY: test
test: go ## Vet and test everything that needs no display
	@echo "Testing. The first time this takes some minutes ..."
	$(FAST) $(GO) vet $(HEADLESS) ./...
	$(FAST) $(GO) test $(HEADLESS) -timeout $(TEST_TIMEOUT) ./...

.PHONY: document-test
document-test: go document-packages ## Compare what is read of documents of LibreOffice and pandoc, and what LibreOffice reads of notes
	@echo "Making documents in $(BUILD)/documents ..."
	@.ci/documents app/intake/testdata/documents $(BUILD)/documents
	$(FAST) $(GO) test $(HEADLESS) -count=1 -run '^TestDocumentsOfOfficePrograms' ./app/intake -documents '$(CURDIR)/$(BUILD)/documents'
	@rm -rf $(BUILD)/notes && mkdir -p $(BUILD)/notes
	$(FAST) $(GO) test $(HEADLESS) -count=1 -run '^TestOfficePrograms' ./app/notes/render -offices '$(CURDIR)/$(BUILD)/notes'

.PHONY: lint
lint: go ## Check style, and that packages import only what they may
	@echo "Linting. The first time the linter itself is built, which takes some minutes ..."
	$(FAST) $(TOOL) golangci-lint run

.PHONY: format
format: go ## Format the Go code as the linter wants it
	$(FAST) $(TOOL) golangci-lint fmt

.PHONY: bench
bench: build window-packages ## Run the benchmarks; BENCH=Search PACKAGES=./store: some of them
	@$(FAST) $(GO) run $(HEADLESS) ./cmd/internal/bench -tags ci,window -keep $(BUILD)/benchmarks -match '$(BENCH)' $(PACKAGES)

# EVAL=errors also prints what is wrong and missed, EVAL=names,dates some of it; LANGUAGES=en,de: only of these languages.
EVAL      ?=
LANGUAGES ?=
GUM       ?= ../shared/data/gum-ccby

.PHONY: eval
eval: go ## Measure proposals on invented articles; EVAL=errors: print what is wrong and missed
	@$(FAST) $(GO) run $(HEADLESS) ./cmd/internal/eval -show '$(EVAL)' -languages '$(LANGUAGES)' -gum '$(GUM)'

.PHONY: eval-by-hand
eval-by-hand: go ## Count the keys of statements that are recorded by hand, and tell what forms are filled with, on the same articles
	@STANDPOINT_BY_HAND='$(or $(LANGUAGES),en de fr es uk ru)' $(FAST) $(GO) test $(HEADLESS) -timeout 30m -run ByHandTakesFourKeys -v ./app

.PHONY: calibrate
calibrate: go ## Write how sure each rule of proposals proved to be on the invented articles, and on GUM's texts where they are
	@$(FAST) $(GO) run $(HEADLESS) ./cmd/internal/eval -calibrate app/suggest/proven.txt -gum '$(GUM)'

.PHONY: window-test
window-test: build window-packages ## Drive the real window with mouse and keyboard on a display of its own
	$(ON_DISPLAY) -run 'OnARealServer$$' ./app/clipboard
	$(WINDOW_TEST) -run '^Test(Window|Screenshots)'

.PHONY: screenshots
screenshots: build window-packages ## Pictures of each view, light and dark, in build/screenshots
	$(WINDOW_TEST) -run '^TestScreenshots'

.PHONY: notes-pictures
notes-pictures: build document-packages ## The pictures of docs/notes-examples.md, with Chromium and LibreOffice
	@.ci/packages chromium
	@.ci/notes-pictures $(BUILD)/standpoint-cli$(EXE) docs/pictures

.PHONY: film
film: build window-packages ## A day's work by the keyboard alone in pictures, in several sizes, in build/screenshots/film
	$(WINDOW_TEST) -run '^TestFilm'

.PHONY: soak
soak: go build-packages ## The long forms of the tests: races, properties, fuzzing
	CGO_ENABLED=1 $(GO) test $(HEADLESS) -race -timeout 60m ./...
	STANDPOINT_KILLS=$(SOAK_KILLS) $(FAST) $(GO) test $(HEADLESS) -timeout 0 -run Killed ./store ./app/outfile
	STANDPOINT_DAMAGES=$(SOAK_DAMAGES) $(FAST) $(GO) test $(HEADLESS) -timeout 0 -run ADamagedFile -v ./store
	STANDPOINT_BATCHES=$(SOAK_BATCHES) $(FAST) $(GO) test $(HEADLESS) -timeout 0 -run Flat -v ./store
	@for package in $$($(GO) list $(HEADLESS) -f '{{.ImportPath}} {{.TestImports}} {{.XTestImports}}' ./... | awk '/pgregory.net\/rapid/ {print $$1}'); do \
		echo "Properties of $$package, $(SOAK_CHECKS) cases each"; \
		$(FAST) $(GO) test $(HEADLESS) -timeout 0 $$package -rapid.seed 0 -rapid.checks $(SOAK_CHECKS) || exit 1; \
	done
	.ci/same-bytes window
	@$(MAKE) --no-print-directory fuzz FUZZ_TIME=$(SOAK_FUZZ)

.PHONY: fuzz
fuzz: go ## Fuzz each target for FUZZ_TIME (two minutes)
	@for package in $$($(GO) list $(HEADLESS) ./...); do \
		for target in $$($(FAST) $(GO) test $(HEADLESS) -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$target of $$package, for $(FUZZ_TIME)"; \
			$(FAST) $(GO) test $(HEADLESS) -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZ_TIME) -fuzzminimizetime 1x $$package || exit 1; \
		done; \
	done

.PHONY: tidy-check
tidy-check: go ## Check that go.mod and go.sum are as the code needs them
	$(GO) mod tidy -diff
	$(GO) mod verify

.PHONY: package
package: build ## Make an installable package for this system, in build/
	@case "$$($(GO) env GOOS)" in \
		linux) .ci/package-linux $(VERSION) $(BUILD);; \
		*) GOFLAGS="$$GOFLAGS $(BUILD_FLAGS)" .ci/package-fyne "$$($(GO) env GOOS)" $(APP_ID) $(VERSION) $(BUILD);; \
	esac

.PHONY: package-check
package-check: package ## See what Debian's own checks say of the package
	@.ci/packages $(CHECK_PACKAGES)
	@.ci/package-check $(BUILD)

.PHONY: clean
clean: ## Remove build/
	rm -rf $(BUILD)

# Says in a sentence what is missing, before Go or make say it in their words.
.PHONY: go
go:
	@command -v $(GO) >/dev/null || { \
		echo "Standpoint is built with Go 1.26 or newer, which is not here: see https://go.dev/doc/install." >&2; exit 1; }
	@version=$$($(GO) env GOVERSION); case "$$version" in \
		go1.?|go1.?.*|go1.1?|go1.1?.*|go1.2[0-5]|go1.2[0-5].*) \
			echo "Standpoint is built with Go 1.26 or newer; this is $$version: see https://go.dev/doc/install." >&2; exit 1;; \
	esac

.PHONY: build-packages
build-packages:
	@.ci/packages $(BUILD_PACKAGES)

.PHONY: document-packages
document-packages:
	@.ci/packages $(DOCUMENT_PACKAGES)

.PHONY: window-packages
window-packages:
	@.ci/packages $(WINDOW_PACKAGES)
