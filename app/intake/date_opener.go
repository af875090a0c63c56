package intake

import (
	"strings"
	"sync"

	"standpoint/store/text"
)

// opener is what a word before a date says of it.
type opener int

const (
	opensDate    opener = iota + 1 // that it is a date, which a word beside it says more of: "date", "on"
	opensArticle                   // that the article was published then
	opensChange                    // that it was changed then
)

// openers are the words before the dates of articles, folded.
var openers = sync.OnceValue(func() map[string]opener {
	words := map[string]opener{}
	for says, list := range map[opener]string{
		opensDate: "date on mis en à jour ligne datum seit fecha em il data op tarihi tarih дата تاريخ ב در به تاریخ شده last first laatst son " +
			"آخر لاخر לאחרונה última ultimo",
		opensArticle: "published publication posted issued publié publiée paru parue publication créé veröffentlicht veröffentlichung " +
			"erschienen erstellt online publicado publicada publicación pubblicato pubblicata pubblicazione publicação criado opublikowano " +
			"publikacja publikacji dodano gepubliceerd geplaatst publicerad publicerat publicerades yayınlanma yayın yayınlandı eklenme " +
			"опубліковано опубликовано размещено публикация публікація публикации публікації نشر نُشر النشر פורסם منتشر انتشار प्रकाशित 发布时间 " +
			"发布于 发表于 发布 發布時間 發布於 發表於 公開日 公開 掲載 掲載日 配信 配信日 投稿日 발행 입력 등록 승인 게시 기사입력",
		opensChange: "updated modified revised changed jour modifié modifiée aktualisiert geändert stand actualizado actualizada " +
			"actualización aggiornato aggiornata atualizado atualizada zaktualizowano aktualizacja bijgewerkt gewijzigd uppdaterad " +
			"uppdaterat ändrad güncelleme güncellendi güncellenme оновлено обновлено изменено تحديث עודכן روزرسانی بهروزرسانی अपडेट अद्यतन 更新时间 " +
			"更新于 更新於 更新時間 更新 更新日 最終更新 最后更新 수정 최종수정 업데이트",
	} {
		for word := range strings.FieldsSeq(text.Fold(list)) {
			words[word] = max(words[word], says)
		}
	}
	return words
})

// readOpener reads a word before a date that says what it is of.
func (r *dateReader) readOpener(word string) bool {
	says := openers()[word]
	if says == 0 || r.year+r.month+r.day != 0 || r.time != "" {
		return false
	}
	r.opener = max(r.opener, says)
	return true
}
