package command

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"standpoint/app/suggest"
	"standpoint/store"
)

// suggestCommand proposes annotations.
type suggestCommand struct {
	projectArg
	Article []store.ID `placeholder:"ID" sep:"none" help:"Only in this article; may be given several times."`
	Kind    []string   `placeholder:"KIND" sep:"none" help:"Only mention, statement or position; may be given several times."`
	Least   *float64   `placeholder:"N" help:"Leave out what is less sure than this, from 0 to 1 (default: 0.5; with --accept 0.9)."`
	Dates   bool       `help:"Tell of words that say when something is, too."`
	JSON    bool       `name:"json" help:"Print one JSON array."`
	Accept  bool       `help:"Record what is found as annotations, as one action that Undo takes back at once."`
}

// Least confidences of what is told, and of what is recorded unseen.
const (
	leastTold     = 0.5
	leastRecorded = 0.9
)

// least is what is to be left out at least.
func (c *suggestCommand) least() float64 {
	switch {
	case c.Least != nil:
		return *c.Least
	case c.Accept:
		return leastRecorded
	}
	return leastTold
}

// Validate refuses kinds that nothing proposes, and what is no share.
func (c *suggestCommand) Validate() error {
	for _, kind := range c.Kind {
		if !slices.Contains([]string{"mention", "statement", "position"}, kind) {
			return errors.New("--kind must be mention, statement or position")
		}
	}
	if isShare := c.least() >= 0 && c.least() <= 1; !isShare {
		return errors.New("--least must be a number from 0 to 1")
	}
	if c.Accept && (c.JSON || c.Dates) {
		return errors.New("--accept records annotations and prints no list: leave out --json and --dates")
	}
	return nil
}

// CacheFolder is where the program keeps what it can make anew, of whoever is signed in; "" if the system has no such folder.
func CacheFolder() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "standpoint")
}

// Run prints what is proposed.
func (c *suggestCommand) Run(e *environment) error {
	return e.with(c.Project, !c.Accept, func(p *store.Project) error {
		q := suggest.Query{Articles: c.Article, Least: c.least(), Dates: c.Dates, Cache: suggest.CacheIn(CacheFolder())}
		for _, kind := range c.Kind {
			q.Kinds = append(q.Kinds, store.Kind(kind))
		}
		learning, learnt := e.progress("Learning")
		reading, end := e.progress("Reading")
		defer end()
		q.Learning = learning
		show := func(done, total int) {
			learnt()
			reading(done, total)
		}
		if c.Accept {
			n, err := suggest.AcceptAll(e.ctx, p, q, show)
			end()
			if err == nil {
				e.say("Recorded %s.", counted(n, "annotation"))
			}
			return err
		}
		list := newRows(e.stdout, c.JSON, "SURE", "KIND", "WHO", "WORDS", "RULE", "ARTICLE")
		err := suggest.Propose(e.ctx, p, q, show, func(in suggest.Findings) error {
			for _, one := range in.Proposals {
				if err := list.add(proposalOf(one, in.Article.Published, in.Body), strconv.FormatFloat(one.Confidence, 'f', 2, 64),
					string(one.Kind), proposedOf(one), cut(in.Body.Slice(one.Whole()), 80), one.Rule, cut(in.Article.Title, 40)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		return list.end()
	})
}

// proposedOf is of whom a proposal is, or when, for people.
func proposedOf(p suggest.Proposal) string {
	parties := []suggest.Party{p.Party}
	switch p.Kind {
	case store.KindStatement:
		parties = p.Said.Speakers
	case store.KindPosition:
		parties = p.Stand.Holders
	case suggest.KindDate:
		return string(p.When.Date)
	}
	labels := make([]string, len(parties))
	for i, who := range parties {
		labels[i] = who.Label()
	}
	return strings.Join(labels, ", ")
}
