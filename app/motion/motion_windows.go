package motion

import (
	"context"
	"unsafe"

	"golang.org/x/sys/windows"
)

// getClientAreaAnimation is SPI_GETCLIENTAREAANIMATION of the Windows API: "Animation effects" in its settings.
const getClientAreaAnimation = 0x1042

func isUnwanted(context.Context) bool {
	animates := int32(1)
	ok, _, _ := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW").
		Call(getClientAreaAnimation, 0, uintptr(unsafe.Pointer(&animates)), 0)
	return ok != 0 && animates == 0
}
