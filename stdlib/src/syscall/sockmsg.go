package syscall

import "unsafe"

// Control messages: what sockets carry beside data. Each is a head and data, both filled up to eight bytes.

func cmsgAlign(n int) int { return (n + 7) &^ 7 }

// CmsgLen returns the Len of a message with so many bytes of data.
func CmsgLen(datalen int) int { return SizeofCmsghdr + datalen }

// CmsgSpace returns how many bytes such a message takes.
func CmsgSpace(datalen int) int { return SizeofCmsghdr + cmsgAlign(datalen) }

// SocketControlMessage is a control message.
type SocketControlMessage struct {
	Header Cmsghdr
	Data   []byte
}

// ParseSocketControlMessage takes what Recvmsg has read apart.
func ParseSocketControlMessage(b []byte) ([]SocketControlMessage, error) {
	var all []SocketControlMessage
	for len(b) >= SizeofCmsghdr {
		head := (*Cmsghdr)(unsafe.Pointer(&b[0]))
		if head.Len < SizeofCmsghdr || head.Len > uint64(len(b)) {
			return nil, EINVAL
		}
		all = append(all, SocketControlMessage{*head, b[SizeofCmsghdr:head.Len]})
		if size := cmsgAlign(int(head.Len)); size < len(b) {
			b = b[size:]
		} else {
			b = nil
		}
	}
	return all, nil
}

// newCmsg returns a message with room for data.
func newCmsg(typ int32, datalen int) []byte {
	b := make([]byte, CmsgSpace(datalen))
	*(*Cmsghdr)(unsafe.Pointer(&b[0])) = Cmsghdr{uint64(CmsgLen(datalen)), SOL_SOCKET, typ}
	return b
}

// UnixRights returns the message that sends descriptors to the process at the other end of a Unix socket.
func UnixRights(fds ...int) []byte {
	b := newCmsg(SCM_RIGHTS, len(fds)*4)
	for i, fd := range fds {
		*(*int32)(unsafe.Pointer(&b[SizeofCmsghdr+4*i])) = int32(fd)
	}
	return b
}

// ParseUnixRights returns the descriptors that a message has brought.
func ParseUnixRights(m *SocketControlMessage) ([]int, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_RIGHTS {
		return nil, EINVAL
	}
	fds := make([]int, len(m.Data)/4)
	for i := range fds {
		fds[i] = int(*(*int32)(unsafe.Pointer(&m.Data[4*i])))
	}
	return fds, nil
}

// UnixCredentials returns the message that tells the process at the other end who sends it.
func UnixCredentials(ucred *Ucred) []byte {
	b := newCmsg(SCM_CREDENTIALS, SizeofUcred)
	*(*Ucred)(unsafe.Pointer(&b[SizeofCmsghdr])) = *ucred
	return b
}

// ParseUnixCredentials returns what such a message tells.
func ParseUnixCredentials(m *SocketControlMessage) (*Ucred, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_CREDENTIALS || len(m.Data) < SizeofUcred {
		return nil, EINVAL
	}
	ucred := *(*Ucred)(unsafe.Pointer(&m.Data[0]))
	return &ucred, nil
}
